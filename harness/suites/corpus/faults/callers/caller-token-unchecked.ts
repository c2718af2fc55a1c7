import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const callerTokenUnchecked: Fault = {
  id: 'P-caller-token-unchecked',
  title: 'nobody looks at whose token a caller shows',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.checkCallerToken', () => async () => undefined)],
  },

  kills: [
    {
      cases: ['v03-caller-header', 'v03-caller-borrowed'],
      clause: 'A.2',
      reason: /^the sender got HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};
