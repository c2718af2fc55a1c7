import { plant } from '../plant.ts';

plant('platform.deliverToPoll', () => async () => undefined);
