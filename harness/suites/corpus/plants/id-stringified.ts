import { plant } from '../../../faults/plant.ts';
import { fieldsOf } from '../faults/request.ts';

plant('platform.forwardBody', (marshal: (payload: unknown) => Buffer) => (payload: unknown) => {
  const { id } = fieldsOf(payload);
  return marshal(typeof id === 'number' ? { ...fieldsOf(payload), id: String(id) } : payload);
});
