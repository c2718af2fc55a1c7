import { plant } from '../plant.ts';

plant('platform.defaultRole', () => (message: object) => ({ ...message, role: 'user' }));
