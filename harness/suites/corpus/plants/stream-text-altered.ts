import { plant } from '../../../faults/plant.ts';
import { fieldsOf, withDocument, withTexts } from '../faults/request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) =>
      fieldsOf(document).method === 'message/stream' ? withTexts(document, () => 'something else') : document,
    ),
);
