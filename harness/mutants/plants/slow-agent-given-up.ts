import { plant } from '../plant.ts';

plant('platform.idleTimeoutMs', () => () => 350);
