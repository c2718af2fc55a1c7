import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressMapped: Fault = {
  id: 'P-address-mapped',
  title: 'an address of version 4 in the form of version 6 passes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateRegisterUrl', (judge) => async (url, ...rest) => {
        return url.includes('::ffff:') ? { allowed: true } : judge(url, ...rest);
      }),
    ],
  },
  kills: [
    { cases: ['E.5-refused@loopback-mapped', 'E.5-refused@ten-mapped'], reason: /^it is refused: 200 / },
  ],
};
