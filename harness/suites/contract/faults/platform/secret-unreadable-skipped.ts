import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretUnreadableSkipped: Fault = {
  id: 'P-secret-unreadable-skipped',
  title: 'a secret that cannot be read is left out',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.secretValues', (read) => async (platform, id) => {
        const outcome = await read(platform, id);
        return 'refused' in outcome ? { status: 200, body: {} } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['F.7-unreadable'], reason: /^they are hidden: 200 / }],
};
