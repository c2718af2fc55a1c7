import { plant } from '../../../faults/plant.ts';
import type { Fields } from '../faults/request.ts';

plant('platform.contentToParts', (convert: (message: Fields) => Fields) => (message: Fields) => {
  const converted = convert(message);
  return converted === message ? message : { ...converted, content: message.content };
});
