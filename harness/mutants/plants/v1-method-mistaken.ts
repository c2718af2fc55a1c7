import { plant } from '../plant.ts';
import { fieldsOf, withDocument } from '../request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) => {
      const request = fieldsOf(document);
      return request.method === 'SendMessage' ? { ...request, method: 'tasks/send' } : document;
    }),
);
