import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const SMALL = /(?<=[:[,])\d+e-\d{1,3}(?=[,}\]])/g;

export const fractionsFixed: Fault = {
  id: 'P-fractions-fixed',
  title: 'numbers with an exponent are written with six decimals',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(SMALL, (digits) => Number(digits).toFixed(6)))],
  },
  kills: [
    {
      cases: ['number-below-range', 'number-small-fraction'],
      clause: 'A.4',
      reason: /^params\.message\.\S+ = 0\.000000$/,
      outcome: 'delivered-altered',
    },
  ],
};
