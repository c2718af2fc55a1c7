import { plant } from '../plant.ts';
import { withDocument, withMessage } from '../request.ts';

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
