import type { Fault } from '../../../../faults/fault.ts';
import { respelled } from '../values.ts';

const BIG_ID = /(?<=^\{"id":)\d{16,}/;

export const longIdsRounded: Fault = {
  id: 'P-id-rounded',
  title: 'request ids above 2^53 pass through a double',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [respelled((json) => json.replace(BIG_ID, (digits) => String(Number(digits))))],
  },
  kills: [
    { cases: ['poll-digits'], clause: 'A.5', reason: /^id = [\d.e+]+$/, outcome: 'delivered-altered' },
    {
      cases: ['id-beyond-double', 'id-thirty-digits'],
      clause: 'A.7',
      reason: /^id = [\d.e+]+$/,
      outcome: 'delivered-altered',
    },
  ],
};
