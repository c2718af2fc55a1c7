import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueStatusLeaks: Fault = {
  id: 'P-queue-status-leaks',
  title: 'the status of a message tells the message and who sent it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.queueStatus', (ask) => async (platform, queueId, asker) => {
        const outcome = await ask(platform, queueId, asker);
        if (!('body' in outcome)) return outcome;
        const sql = 'SELECT body::text AS body, caller_id FROM a2a_queue WHERE id = $1';
        const [item] = await platform.database.query<{ body: string }>('', sql, [queueId]);
        return { ...outcome, body: { ...Object(outcome.body), ...item } };
      }),
    ],
  },
  kills: [{ cases: ['B-status'], reason: /; it has body$/ }],
};
