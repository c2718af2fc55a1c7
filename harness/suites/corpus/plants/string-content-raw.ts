import { plant } from '../../../faults/plant.ts';

plant('platform.contentToParts', () => (message: unknown) => message);
