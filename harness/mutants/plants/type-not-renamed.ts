import { plant } from '../plant.ts';

plant('platform.typeToKind', () => (message: unknown) => message);
