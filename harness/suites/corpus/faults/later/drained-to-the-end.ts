import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const drainedToTheEnd: Fault = {
  id: 'Q-drained-to-the-end',
  title: 'a message that the agent could not take goes to the end of its queue',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.settleItem', (settle) => async (platform, item, failure) => {
        if (failure !== undefined) {
          const sql = 'UPDATE a2a_queue SET enqueued_at = clock_timestamp() WHERE id = $1';
          await platform.database.query('queue-last', sql, [item.id]);
        }
        return settle(platform, item, failure);
      }),
    ],
  },
  kills: [
    {
      cases: ['session-later-still-busy'],
      clause: 'B',
      reason: /^they arrived in the order 2, 1$/,
      outcome: 'delivered',
    },
  ],
};
