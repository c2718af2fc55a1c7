import type { Fault } from '../../../../faults/fault.ts';
import { replied } from '../reply.ts';
import { fieldsOf } from '../request.ts';

export const replyMessageId: Fault = {
  id: 'P-reply-message-id',
  title: 'the platform gives the message of an agent an id of its own',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      replied((reply) =>
        typeof reply.id === 'number'
          ? { ...reply, result: { ...fieldsOf(reply.result), messageId: crypto.randomUUID() } }
          : reply,
      ),
    ],
  },
  kills: [
    {
      cases: [
        'id-beyond-32-bits',
        'id-beyond-double',
        'id-negative',
        'id-thirty-digits',
        'id-zero',
        'v03-int-id',
      ],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'delivered',
    },
  ],
};
