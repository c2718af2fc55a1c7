import { plant } from '../plant.ts';

plant('platform.contentType', () => () => undefined);
