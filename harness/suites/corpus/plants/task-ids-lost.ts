import { plant } from '../../../faults/plant.ts';
import { fieldsOf, withDocument } from '../faults/request.ts';

const TASK_METHOD = /^(tasks\/(get|cancel|resubscribe)|(Get|Cancel)Task)$/;

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) => {
      const { method, params } = fieldsOf(document);
      if (!TASK_METHOD.test(String(method))) return document;
      return { ...fieldsOf(document), params: { ...fieldsOf(params), id: 'another-task' } };
    }),
);
