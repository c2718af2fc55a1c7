import { plant } from '../../../faults/plant.ts';

plant('runtime.validate', () => () => undefined);
