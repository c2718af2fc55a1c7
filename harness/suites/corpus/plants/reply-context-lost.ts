import { plant } from '../../../faults/plant.ts';
import { withReply } from '../faults/reply.ts';
import { fieldsOf } from '../faults/request.ts';

plant(
  'platform.mapResult',
  withReply((reply) => {
    const { contextId, ...rest } = fieldsOf(reply.result);
    return contextId === undefined ? reply : { ...reply, result: rest };
  }),
);
