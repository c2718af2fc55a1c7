import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pendingMalformedKept: Fault = {
  id: 'P-pending-malformed-kept',
  title: 'an upload that cannot be read is accepted without files',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.keepUpload', (keep) => async (platform, holder, contentType, body) => {
        const outcome = await keep(platform, holder, contentType, body);
        const unread = 'refused' in outcome && outcome.refused.status === 400;
        return unread ? { status: 200, body: { files: [] } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['G.1-malformed'], reason: /^it is refused: 200 / }],
};
