import { plant } from '../../../faults/plant.ts';

plant('runtime.forward', () => (body: Buffer) => body.subarray(0, 50_000));
