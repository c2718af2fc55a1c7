import { plant } from '../../../faults/plant.ts';
import { type Fields, withMessage } from '../faults/request.ts';

const KNOWN = ['kind', 'role', 'messageId', 'contextId', 'taskId', 'parts', 'content', 'metadata'];

plant(
  'platform.forwardBody',
  (marshal: (payload: unknown) => Buffer) => (payload: unknown) => marshal(withMessage(payload, known)),
);

function known(message: Fields): Fields {
  return Object.fromEntries(Object.entries(message).filter(([name]) => KNOWN.includes(name)));
}
