import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const callerTokenOfTarget: Fault = {
  id: 'P-caller-token-of-target',
  title: 'the token of the target opens it to any caller',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkCallerToken', (check) => async (...given) => {
        const refusal = await check(...given);
        return JSON.stringify(refusal)?.includes('invalid') ? undefined : refusal;
      }),
    ],
  },

  kills: [
    {
      cases: ['v03-caller-borrowed'],
      clause: 'A.2',
      reason: /^the sender got HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};
