import type { Fault } from '../../../../faults/fault.ts';
import { withIds } from '../ids.ts';
import { forwarded } from '../request.ts';

export const idsFolded: Fault = {
  id: 'P-ids-folded',
  title: 'identifiers are written in small letters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withIds(request, (id) => id.toLowerCase()))],
  },
  kills: [
    {
      cases: ['context-id-mixed-case', 'id-mixed-case', 'message-id-upper-case'],
      clause: 'A.7',
      reason: /^(id|params\.message\.\w+Id) = "[^A-Z]+"$/,
      outcome: 'delivered-altered',
    },
  ],
};
