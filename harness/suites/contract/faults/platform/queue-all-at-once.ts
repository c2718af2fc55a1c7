import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

let takeNext: Seams['platform.takeItem'] | undefined;

export const queueAllAtOnce: Fault = {
  id: 'P-queue-all-at-once',
  title: 'one heartbeat brings everything that waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.takeItem', (take) => {
        takeNext = take;
        return take;
      }),
      at('platform.sendItem', (send) => async (platform, workspaceId, item) => {
        const failure = await send(platform, workspaceId, item);
        const next = await takeNext?.(platform, workspaceId);
        if (next) await send(platform, workspaceId, next);
        return failure;
      }),
    ],
  },
  kills: [{ cases: ['B-drained-one'], reason: /^requests to the agent: 4;/ }],
};
