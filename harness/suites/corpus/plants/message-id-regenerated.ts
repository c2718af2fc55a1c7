import { plant } from '../../../faults/plant.ts';

plant('platform.fillMessageId', () => (message: object, newId: () => string) => ({
  ...message,
  messageId: newId(),
}));
