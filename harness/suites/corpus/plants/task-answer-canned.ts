import { plant } from '../../../faults/plant.ts';
import { withReply } from '../faults/reply.ts';
import { fieldsOf } from '../faults/request.ts';

plant(
  'platform.mapResult',
  withReply((reply) => {
    const { kind } = fieldsOf(reply.result);
    return kind === 'task' ? { ...reply, result: CANNED } : reply;
  }),
);

const CANNED = {
  kind: 'message',
  role: 'agent',
  messageId: 'canned',
  parts: [{ kind: 'text', text: 'All done.' }],
};
