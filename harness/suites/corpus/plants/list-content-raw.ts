import { plant } from '../../../faults/plant.ts';

plant('platform.listContentToParts', () => (message: unknown) => message);
