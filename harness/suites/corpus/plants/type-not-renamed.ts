import { plant } from '../../../faults/plant.ts';

plant('platform.typeToKind', () => (message: unknown) => message);
