import type { Fault } from '../../../../faults/fault.ts';
import { forwarded } from '../request.ts';

export const idsAsUnsigned: Fault = {
  id: 'P-id-unsigned',
  title: 'numeric request ids are kept in 32 bits without a sign',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        typeof request.id === 'number' ? { ...request, id: request.id >>> 0 } : request,
      ),
    ],
  },
  kills: [
    {
      cases: ['id-beyond-32-bits', 'id-negative'],
      clause: 'A.7',
      reason: /^id = \d+$/,
      outcome: 'delivered-altered',
    },
  ],
};
