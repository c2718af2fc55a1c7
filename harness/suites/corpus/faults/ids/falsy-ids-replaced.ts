import type { Fault } from '../../../../faults/fault.ts';
import { forwarded } from '../request.ts';

export const falsyIdsReplaced: Fault = {
  id: 'P-id-falsy-replaced',
  title: 'a request id that is no truth is taken for none',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => ({ ...request, id: request.id || 'made-up' }))],
  },
  kills: [
    { cases: ['poll-id-zero'], clause: 'A.5', reason: /^id = "made-up"$/, outcome: 'delivered-altered' },
    {
      cases: ['id-empty-text', 'id-zero'],
      clause: 'A.7',
      reason: /^id = "made-up"$/,
      outcome: 'delivered-altered',
    },
  ],
};
