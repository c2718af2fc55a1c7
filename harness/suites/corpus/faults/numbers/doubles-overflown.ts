import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const POWER = /(?<=[:[,])\d+e-?\d{3,}(?=[,}\]])/g;

export const doublesOverflown: Fault = {
  id: 'P-doubles-overflown',
  title: 'numbers beyond the range of a double become null or zero',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(POWER, (digits) => JSON.stringify(Number(digits))))],
  },
  kills: [
    {
      cases: ['number-below-range', 'number-beyond-range'],
      clause: 'A.4',
      reason: /^params\.message\.\S+ = (null|0)$/,
      outcome: 'delivered-altered',
    },
  ],
};
