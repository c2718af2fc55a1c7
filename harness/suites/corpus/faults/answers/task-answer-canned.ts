import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

const CANNED = {
  kind: 'message',
  role: 'agent',
  messageId: 'canned',
  parts: [{ kind: 'text', text: 'All done.' }],
};

export const taskAnswerCanned: Fault = {
  id: 'P-task-answer-canned',
  title: 'the sender of a task is told something else than the agent said',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) => (fieldsOf(reply.result).kind === 'task' ? { ...reply, result: CANNED } : reply)),
    ],
  },
  kills: [
    {
      cases: ['session-restart-task-platform', 'v03-task-answer'],
      clause: 'A.9',
      reason: /^the result does not contain it/,
      outcome: 'delivered',
    },
  ],
};
