import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

export const replyContextLost: Fault = {
  id: 'P-reply-context-lost',
  title: 'the reply that opens a context does not name it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) => {
        const { contextId, ...rest } = fieldsOf(reply.result);
        const opens = JSON.stringify(rest).includes('First turn.');
        return contextId !== undefined && opens ? { ...reply, result: rest } : reply;
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
