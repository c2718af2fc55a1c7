import { plant } from '../plant.ts';
import { fieldsOf, withDocument, withTexts } from '../request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) =>
      fieldsOf(document).method === 'message/stream' ? withTexts(document, () => 'something else') : document,
    ),
);
