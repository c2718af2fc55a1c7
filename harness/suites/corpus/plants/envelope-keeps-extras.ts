import { plant } from '../../../faults/plant.ts';

type Wrap = (document: object, newId: () => string) => object;

plant('platform.wrapEnvelope', (wrap: Wrap) => (document: object, newId: () => string) => ({
  ...document,
  ...wrap(document, newId),
}));
