import type { Fault } from '../../../../faults/fault.ts';
import { forwarded } from '../request.ts';

export const idStringified: Fault = {
  id: 'P-id-stringified',
  title: 'a numeric request id becomes a string',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        typeof request.id === 'number' ? { ...request, id: String(request.id) } : request,
      ),
    ],
  },
  kills: [
    {
      cases: ['id-beyond-32-bits', 'id-negative', 'id-zero', 'v03-int-id'],
      clause: 'A.7',
      reason: /^id = "/,
      outcome: 'delivered-altered',
    },
    { cases: ['poll-id-zero'], clause: 'A.5', reason: /^id = "/, outcome: 'delivered-altered' },
  ],
};
