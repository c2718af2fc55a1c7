import { plant } from '../../../faults/plant.ts';

plant('platform.wrapEnvelope', () => (document: unknown) => document);
