import { plant } from '../plant.ts';
import { withReply } from '../reply.ts';

plant(
  'platform.mapResult',
  withReply(({ error, ...reply }) =>
    error === undefined ? reply : { ...reply, result: { kind: 'message', role: 'agent', parts: [] } },
  ),
);
