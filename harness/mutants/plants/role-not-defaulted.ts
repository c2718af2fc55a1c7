import { plant } from '../plant.ts';

plant('platform.defaultRole', () => (message: unknown) => message);
