import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const BIG = /(?<=[[,"]\w*":)-?\d{16,}(?=[,}\]])/g;

export const integersRounded: Fault = {
  id: 'P-integers-rounded',
  title: 'integers above 2^53 pass through a double',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(BIG, (digits) => String(Number(digits))))],
  },
  kills: [
    {
      cases: ['big-int', 'number-thirty-digits'],
      clause: 'A.4',
      reason: /^(id|params\.message\.\S+) = [\d.e+]+$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-digits'],
      clause: 'A.5',
      reason: /^(id|params\.message\.\S+) = [\d.e+]+$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['id-beyond-double', 'id-thirty-digits'],
      clause: 'A.7',
      reason: /^(id|params\.message\.\S+) = [\d.e+]+$/,
      outcome: 'delivered-altered',
    },
  ],
};
