import { plant } from '../../../faults/plant.ts';
import { fieldsOf } from '../faults/request.ts';

const UPGRADES = new Map<unknown, string>([
  ['tasks/send', 'message/send'],
  ['tasks/sendSubscribe', 'message/send'],
  ['SendMessage', 'message/send'],
]);

plant('platform.forwardBody', (marshal: (payload: unknown) => Buffer) => (payload: unknown) => {
  const method = UPGRADES.get(fieldsOf(payload).method);
  return marshal(method === undefined ? payload : { ...fieldsOf(payload), method });
});
