import { plant } from '../../../faults/plant.ts';

plant('platform.deliverToPoll', () => async () => undefined);
