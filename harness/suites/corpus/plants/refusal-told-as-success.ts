import { plant } from '../../../faults/plant.ts';
import { withReply } from '../faults/reply.ts';

plant(
  'platform.mapResult',
  withReply(({ error, ...reply }) =>
    error === undefined ? reply : { ...reply, result: { kind: 'message', role: 'agent', parts: [] } },
  ),
);
