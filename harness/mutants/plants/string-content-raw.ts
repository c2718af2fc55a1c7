import { plant } from '../plant.ts';

plant('platform.contentToParts', () => (message: unknown) => message);
