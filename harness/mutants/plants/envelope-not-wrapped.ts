import { plant } from '../plant.ts';

plant('platform.wrapEnvelope', () => (document: unknown) => document);
