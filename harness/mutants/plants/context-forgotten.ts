import { plant } from '../plant.ts';

plant('runtime.handOver', () => (message: object) => ({ ...message, contextId: undefined }));
