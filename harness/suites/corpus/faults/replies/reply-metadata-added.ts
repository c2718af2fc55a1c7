import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

export const replyMetadataAdded: Fault = {
  id: 'P-reply-metadata-added',
  title: 'the platform signs the task of an agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) =>
        fieldsOf(reply.result).kind === 'task'
          ? { ...reply, result: { ...fieldsOf(reply.result), metadata: { servedBy: 'platform' } } }
          : reply,
      ),
    ],
  },
  kills: [
    {
      cases: ['session-restart-task-platform', 'v03-task-answer'],
      clause: 'A.9',
      reason: /servedBy/,
      outcome: 'delivered',
    },
  ],
};
