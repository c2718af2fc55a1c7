import { plant } from '../../../faults/plant.ts';
import type { Fields } from '../faults/request.ts';

plant('platform.contentToParts', () => (message: Fields) => {
  const { content, ...rest } = message;
  return typeof content === 'string' ? { ...rest, parts: [{ kind: 'text', text: content }] } : message;
});
