import { plant } from '../plant.ts';

plant('runtime.validate', () => () => undefined);
