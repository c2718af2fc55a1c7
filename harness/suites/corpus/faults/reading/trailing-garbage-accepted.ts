import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const BRACE = 0x7d;

export const trailingGarbageAccepted: Fault = {
  id: 'P-trailing-accepted',
  title: 'what follows the document is ignored',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.parseBody', (parse) => (body) => {
        for (let end = body.length; end > 0; end = body.subarray(0, end - 1).lastIndexOf(BRACE) + 1) {
          const document = parse(body.subarray(0, end));
          if (document !== undefined) return document;
        }
        return undefined;
      }),
    ],
  },
  kills: [
    {
      cases: ['raw-trailing'],
      clause: 'A.4',
      reason: /^it arrived at the runtime once$/,
      outcome: 'delivered-altered',
    },
  ],
};
