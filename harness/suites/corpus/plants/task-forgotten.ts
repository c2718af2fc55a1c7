import { plant } from '../../../faults/plant.ts';
import { withDocument, withMessage } from '../faults/request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) => withMessage(document, ({ taskId: _forgotten, ...rest }) => rest)),
);
