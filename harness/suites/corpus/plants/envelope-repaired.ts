import { plant } from '../../../faults/plant.ts';
import { fieldsOf, withDocument } from '../faults/request.ts';

plant('runtime.forward', () => (body: Buffer) => withDocument(body, repaired));

const MESSAGE = { messageId: 'm', role: 'user', parts: [{ kind: 'text', text: '' }] };

function repaired(document: unknown): unknown {
  const { jsonrpc, id, method = 'message/send', params = { message: MESSAGE } } = fieldsOf(document);
  const isSound = jsonrpc === '2.0' && (typeof id === 'string' || Number.isInteger(id));
  return isSound || Array.isArray(document) ? document : { jsonrpc: '2.0', id: 1, method, params };
}
