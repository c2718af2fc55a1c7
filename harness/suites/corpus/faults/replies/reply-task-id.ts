import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

export const replyTaskId: Fault = {
  id: 'P-reply-task-id',
  title: 'the platform gives the task of an agent an id of its own',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) =>
        fieldsOf(reply.result).kind === 'task'
          ? { ...reply, result: { ...fieldsOf(reply.result), id: crypto.randomUUID() } }
          : reply,
      ),
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
