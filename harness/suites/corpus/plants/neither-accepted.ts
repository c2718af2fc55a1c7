import { plant } from '../../../faults/plant.ts';

plant('platform.requireParts', () => () => undefined);
