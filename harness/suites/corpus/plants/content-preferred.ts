import { plant } from '../../../faults/plant.ts';
import { withDocument, withMessage } from '../faults/request.ts';

plant(
  'runtime.forward',
  () => (body: Buffer) =>
    withDocument(body, (document) =>
      withMessage(document, ({ content, ...message }) =>
        typeof content === 'string' && Array.isArray(message.parts)
          ? { ...message, parts: [{ kind: 'text', text: content }] }
          : { content, ...message },
      ),
    ),
);
