import { plant } from '../../../faults/plant.ts';
import { fieldsOf, withDocument, withParts } from '../faults/request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) =>
      /^Send(Streaming)?Message$/.test(String(fieldsOf(document).method))
        ? withParts(document, (parts) => parts.map(() => ({ text: '(lost)' })))
        : document,
    ),
);
