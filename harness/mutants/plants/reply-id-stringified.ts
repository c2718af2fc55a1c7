import { plant } from '../plant.ts';

plant('runtime.echoId', () => (rawId: string) => (rawId.startsWith('"') ? rawId : `"${rawId}"`));
