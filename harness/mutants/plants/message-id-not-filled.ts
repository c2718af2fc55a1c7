import { plant } from '../plant.ts';

plant('platform.fillMessageId', () => (message: unknown) => message);
