import { plant } from '../../../faults/plant.ts';
import { fieldsOf, withDocument } from '../faults/request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) => {
      const request = fieldsOf(document);
      return request.method === 'SendMessage' ? { ...request, method: 'tasks/send' } : document;
    }),
);
