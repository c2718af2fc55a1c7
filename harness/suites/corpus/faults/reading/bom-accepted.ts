import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bomAccepted: Fault = {
  id: 'P-bom-accepted',
  title: 'a byte order mark is accepted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.parseBody', (parse) => (body) => {
        const hasMark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
        return parse(hasMark ? body.subarray(3) : body);
      }),
    ],
  },
  kills: [
    {
      cases: ['raw-bom'],
      clause: 'A.4',
      reason: /^it arrived at the runtime once$/,
      outcome: 'delivered',
    },
  ],
};
