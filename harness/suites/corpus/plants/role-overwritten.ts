import { plant } from '../../../faults/plant.ts';

plant('platform.defaultRole', () => (message: object) => ({ ...message, role: 'user' }));
