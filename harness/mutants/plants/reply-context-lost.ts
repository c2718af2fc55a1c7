import { plant } from '../plant.ts';
import { withReply } from '../reply.ts';
import { fieldsOf } from '../request.ts';

plant(
  'platform.mapResult',
  withReply((reply) => {
    const { contextId, ...rest } = fieldsOf(reply.result);
    return contextId === undefined ? reply : { ...reply, result: rest };
  }),
);
