import { plant } from '../plant.ts';
import { withDocument, withMessage } from '../request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) => withMessage(document, ({ taskId: _forgotten, ...rest }) => rest)),
);
