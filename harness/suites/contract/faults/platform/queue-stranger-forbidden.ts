import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueStrangerForbidden: Fault = {
  id: 'M101',
  title: 'whoever asks for a message of others is told that it is there',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.queueStatus', (ask) => async (platform, queueId, asker) => {
        const outcome = await ask(platform, queueId, asker);
        const missing = 'refused' in outcome && outcome.refused.status === 404;
        return missing ? { refused: { ...outcome.refused, status: 403 } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['B-stranger', 'B-status-no-uuid'], reason: /^it is not found: 403 / }],
};
