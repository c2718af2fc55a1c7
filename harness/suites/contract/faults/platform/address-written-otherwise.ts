import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressWrittenOtherwise: Fault = {
  id: 'P-address-written-otherwise',
  title: 'an address that is written as one number passes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateRegisterUrl', (judge) => async (url, ...rest) => {
        return /^http:\/\/(?:0x|\d+$)/.test(url) ? { allowed: true } : judge(url, ...rest);
      }),
    ],
  },
  kills: [
    { cases: ['E.5-refused@loopback-hex', 'E.5-refused@loopback-decimal'], reason: /^it is refused: 200 / },
  ],
};
