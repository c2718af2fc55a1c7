import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

/** The task of a caller who was here before all others. */
const FIRST = {
  kind: 'task',
  id: '9f2c1f5e-0000-4000-8000-000000000001',
  contextId: '9f2c1f5e-0000-4000-8000-000000000002',
  status: { state: 'completed' },
};

export const replySameTask: Fault = {
  id: 'P-reply-same-task',
  title: 'every caller gets the task that was answered first, under the id of its own request',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) => {
        if (fieldsOf(reply.result).kind !== 'task') return reply;
        return { ...reply, result: { ...FIRST, artifacts: fieldsOf(reply.result).artifacts ?? [] } };
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
