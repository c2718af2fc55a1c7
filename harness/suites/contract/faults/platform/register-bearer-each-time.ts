import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerBearerEachTime: Fault = {
  id: 'P-register-bearer-each-time',
  title: 'each registration gives another bearer',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => async (...given) => {
        const outcome = await register(...given);
        if (!('body' in outcome)) return outcome;
        return {
          ...outcome,
          body: {
            ...Object(outcome.body),
            auth_token: Reflect.get(Object(outcome.body), 'auth_token') ?? 'x'.repeat(43),
          },
        };
      }),
    ],
  },
  kills: [
    { cases: ['E.1-known'], reason: /^it is registered: 200 .*it has auth_token/ },
    { cases: ['E.1-unknown'], reason: /^its bearer does.*: 200 .*it has auth_token/ },
  ],
};
