import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** Not the id of the request, and nothing that a float cannot hold. */
const NUMBER = /(?<=(?<!"id")[:[,])-?\d{1,16}(\.\d{1,17})?(?=[,}\]])/g;

export const numbersRounded: Fault = {
  id: 'P-numbers-rounded',
  title: 'numbers lose their precision',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardBody',
        (marshal) => (payload) => Buffer.from(marshal(payload).toString().replace(NUMBER, rounded)),
      ),
    ],
  },
  kills: [
    {
      cases: [
        'big-int',
        'number-all-digits',
        'number-beyond-32-bits',
        'number-minus-zero',
        'number-small-fraction',
        'v03-numbers',
      ],
      clause: 'A.4',
      reason: /^params\..* = -?\d/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-history-length-large'],
      clause: 'A.7',
      reason: /^params\..* = -?\d/,
      outcome: 'delivered-altered',
    },
  ],
};

/** To the precision of a 32-bit float. */
function rounded(digits: string): string {
  return String(Math.fround(Number(digits)));
}
