import { plant } from '../plant.ts';

plant('platform.pollShortCircuit', () => async () => undefined);
