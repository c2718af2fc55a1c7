import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

export const replyContextLost: Fault = {
  id: 'P-reply-context-lost',
  title: 'replies lose their context',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) => {
        const { contextId, ...rest } = fieldsOf(reply.result);
        return contextId === undefined ? reply : { ...reply, result: rest };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-platform-context'],
      clause: 'A.4',
      reason: /^the reply has nothing at \/result\/contextId$/,
      outcome: 'delivered',
    },
  ],
};
