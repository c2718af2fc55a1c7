import { plant } from '../../../faults/plant.ts';
import { type Fields, fieldsOf, withDocument, withMessage } from '../faults/request.ts';

plant('runtime.forward', () => (body: Buffer) => withDocument(body, repaired));

function repaired(document: unknown): unknown {
  const { method } = fieldsOf(document);
  if (method === 'ListTasks') return { ...fieldsOf(document), params: {} };
  return method === 'message/send' ? withMessage(document, repairedMessage) : document;
}

function repairedMessage(message: Fields): Fields {
  const { parts } = message;
  const isSound = Array.isArray(parts) && parts.every((part) => fieldsOf(part).kind !== undefined);
  return isSound ? message : { messageId: 'm', role: 'user', parts: [{ kind: 'text', text: '' }] };
}
