import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

let keep: Seams['platform.writeActivity'] | undefined;

export const queueDrainedRowAgain: Fault = {
  id: 'P-queue-drained-row-again',
  title: 'what was drained is written down a second time',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => {
        keep = write;
        return write;
      }),
      at('platform.sendItem', (send) => async (platform, workspaceId, item) => {
        const failure = await send(platform, workspaceId, item);
        await keep?.(platform, { workspaceId, type: 'a2a_receive', status: 'ok', requestBody: item.body });
        return failure;
      }),
    ],
  },
  kills: [{ cases: ['B-no-second-row'], reason: /^its rows: 2;/ }],
};
