import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

export const replyHistoryDropped: Fault = {
  id: 'P-reply-history-dropped',
  title: 'a task comes back without its history',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) => {
        const { history, ...rest } = fieldsOf(reply.result);
        return history === undefined ? reply : { ...reply, result: rest };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-task-platform', 'v03-task-answer'],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'delivered',
    },
  ],
};
