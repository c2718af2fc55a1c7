import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { waitsInQueue } from '../where.ts';

/** How the platform that this is planted into writes rows. */
let keep: Seams['platform.writeActivity'] | undefined;

export const drainedWithARow: Fault = {
  id: 'Q-drained-with-a-row',
  title: 'what is drained leaves a second row',
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
  kills: [
    { cases: waitsInQueue, clause: 'A.12', reason: /^the activity has \d rows of [1-3] messages$/ },
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.12',
      reason: /^the activity has \d rows of 3 messages$/,
    },
  ],
};
