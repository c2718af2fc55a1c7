import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerRemovedWelcome: Fault = {
  id: 'P-register-removed-welcome',
  title: 'a removed workspace is given a bearer that opens nothing',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => async (...given) => {
        const outcome = await register(...given);
        if (!('refused' in outcome) || outcome.refused.status !== 410) return outcome;
        return { status: 200, body: { status: 'registered', auth_token: 'x'.repeat(43) } };
      }),
    ],
  },
  kills: [
    { cases: ['E.1-removed'], reason: /^it is gone: 200 / },
    { cases: ['F.4-token-revoked'], reason: /^nothing registers there: 200 / },
  ],
};
