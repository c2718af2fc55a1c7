import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const FRACTION = /(?<=[:[,])\d+\.\d{16,}(?=[,}\]])/g;

export const fractionsShortened: Fault = {
  id: 'P-fractions-shortened',
  title: 'fractions keep fifteen digits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      respelled((json) => json.replace(FRACTION, (digits) => String(Number(Number(digits).toPrecision(15))))),
    ],
  },
  kills: [
    {
      cases: ['number-all-digits', 'number-long-fraction'],
      clause: 'A.4',
      reason: /^params\.message\.\S+ = [\d.]+$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-digits'],
      clause: 'A.5',
      reason: /^params\.message\.\S+ = [\d.]+$/,
      outcome: 'delivered-altered',
    },
  ],
};
