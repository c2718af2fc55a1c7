import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const patchHalfAPlace: Fault = {
  id: 'P-patch-half-a-place',
  title: 'one coordinate alone moves a workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.hasPlace', () => () => true)],
  },
  kills: [{ cases: ['F.3-patch@x-alone', 'F.3-patch@y-alone'], reason: /^it reads: 200 / }],
};
