import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const NUMBER = /(?<=[:[,])-?\d[\d.eE+-]*(?=[,}\]])/g;

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
    { cases: ['v03-numbers'], clause: 'A.4', reason: /^params\..* = -?\d/, outcome: 'delivered-altered' },
  ],
};

/** To the precision of a 32-bit float. */
function rounded(digits: string): string {
  return String(Math.fround(Number(digits)));
}
