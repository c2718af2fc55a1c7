import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';

export const replyErrorNull: Fault = {
  id: 'P-reply-error-null',
  title: 'a result is told with an error of null beside it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) =>
        Number.isSafeInteger(reply.id) && reply.error === undefined ? { ...reply, error: null } : reply,
      ),
    ],
  },
  kills: [
    {
      cases: ['id-beyond-32-bits', 'id-negative', 'id-zero', 'v03-int-id'],
      clause: 'A.9',
      reason: /"error":null/,
      outcome: 'delivered',
    },
  ],
};
