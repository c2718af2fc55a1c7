import { plant } from '../../../faults/plant.ts';
import { fieldsOf } from '../faults/request.ts';

plant('runtime.envelope', () => (document: unknown) => {
  const { method = 'message/send', params } = fieldsOf(Array.isArray(document) ? document[0] : document);
  return { method: String(method), params };
});
