import { plant } from '../../../faults/plant.ts';

plant('platform.fillMessageId', () => (message: unknown) => message);
