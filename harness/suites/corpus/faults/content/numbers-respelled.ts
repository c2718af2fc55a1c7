import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const SMALL = /(?<="(?:zero|negative)":)-?\d+(?=[,}])/g;

/** What a writer makes of whole numbers that it takes for fractions: the same value, and other digits. */
export const numbersRespelled: Fault = {
  id: 'P-numbers-respelled',
  title: 'whole numbers arrive with a fraction of nothing',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardBody',
        (marshal) => (payload) => Buffer.from(marshal(payload).toString().replace(SMALL, '$&.0')),
      ),
    ],
  },
  kills: [
    {
      cases: ['v03-numbers'],
      clause: 'A.4',
      reason: /^params\.message\.metadata\.\w+ = -?\d+\.0$/,
      outcome: 'delivered-altered',
    },
  ],
};
