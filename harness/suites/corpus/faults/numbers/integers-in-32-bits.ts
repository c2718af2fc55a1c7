import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const INTEGER = /(?<=(?<!"id")[:[,])-?\d{10}(?=[,}\]])/g;

export const integersIn32Bits: Fault = {
  id: 'P-integers-32-bit',
  title: 'integers in metadata and data are kept in 32 bits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(INTEGER, (digits) => String(Number(digits) | 0)))],
  },
  kills: [
    {
      cases: ['number-beyond-32-bits'],
      clause: 'A.4',
      reason: /^params\.message\.\S+ = -?\d+$/,
      outcome: 'delivered-altered',
    },
  ],
};
