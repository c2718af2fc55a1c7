import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf, type JsonObject } from '../request.ts';

function sorted(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export const replyKeysSorted: Fault = {
  id: 'P-reply-keys-sorted',
  title: 'a task is written again with its members sorted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [replied((reply) => (fieldsOf(reply.result).kind === 'task' ? sorted(reply) : reply))],
  },
  kills: [
    {
      cases: ['session-restart-task-platform', 'v03-task-answer'],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: '\{"id"/,
      outcome: 'delivered',
    },
  ],
};
