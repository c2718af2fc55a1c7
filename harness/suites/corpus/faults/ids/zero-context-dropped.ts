import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withMessage } from '../request.ts';

export const zeroContextDropped: Fault = {
  id: 'P-context-zero-dropped',
  title: 'a context id of zero is taken for none',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(request, ({ contextId, ...rest }) => (contextId === '0' ? rest : { ...rest, contextId })),
      ),
    ],
  },
  kills: [
    {
      cases: ['context-id-zero'],
      clause: 'A.7',
      reason: /^params\.message\.contextId is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
