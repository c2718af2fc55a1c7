import { plant } from '../../../faults/plant.ts';

plant('platform.contentType', () => () => undefined);
