import { plant } from '../../../faults/plant.ts';

plant('runtime.echoId', () => (rawId: string) => (rawId.startsWith('"') ? rawId : `"${rawId}"`));
