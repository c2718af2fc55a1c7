import { plant } from '../plant.ts';

plant('platform.fillMessageId', () => (message: object, newId: () => string) => ({
  ...message,
  messageId: newId(),
}));
