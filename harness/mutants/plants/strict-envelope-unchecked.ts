import { plant } from '../plant.ts';
import { fieldsOf } from '../request.ts';

plant('runtime.envelope', () => (document: unknown) => {
  const { method = 'message/send', params } = fieldsOf(Array.isArray(document) ? document[0] : document);
  return { method: String(method), params };
});
