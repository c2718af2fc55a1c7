import { plant } from '../plant.ts';

plant('platform.listContentToParts', () => (message: unknown) => message);
