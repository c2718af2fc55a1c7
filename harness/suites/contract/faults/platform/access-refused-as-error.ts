import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const accessRefusedAsError: Fault = {
  id: 'P-access-refused-as-error',
  title: 'access that is denied is told by a status',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkAccess', (check) => async (platform, body) => {
        const outcome = await check(platform, body);
        const { allowed } = Object('body' in outcome ? outcome.body : {});
        return allowed === false ? { status: 403, body: { allowed } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['E.4-access@stranger', 'E.4-access@unknown'], reason: /^the answer: 403 / }],
};
