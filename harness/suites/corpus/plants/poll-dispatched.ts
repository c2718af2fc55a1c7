import { plant } from '../../../faults/plant.ts';

plant('platform.pollShortCircuit', () => async () => undefined);
