import { plant } from '../../../faults/plant.ts';

plant('platform.idleTimeoutMs', () => () => 350);
