import { plant } from '../plant.ts';

plant('platform.requireParts', () => () => undefined);
