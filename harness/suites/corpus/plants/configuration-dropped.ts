import { plant } from '../../../faults/plant.ts';
import { fieldsOf } from '../faults/request.ts';

plant('platform.forwardBody', (marshal: (payload: unknown) => Buffer) => (payload: unknown) => {
  const { configuration, ...params } = fieldsOf(fieldsOf(payload).params);
  return marshal(configuration === undefined ? payload : { ...fieldsOf(payload), params });
});
