import { plant } from '../../../faults/plant.ts';

plant('platform.defaultRole', () => (message: unknown) => message);
