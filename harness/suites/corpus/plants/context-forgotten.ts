import { plant } from '../../../faults/plant.ts';

plant('runtime.handOver', () => (message: object) => ({ ...message, contextId: undefined }));
