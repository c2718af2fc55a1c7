import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pendingNameAsGiven: Fault = {
  id: 'M093',
  title: 'a file is kept under the name that it came with',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.safeFileName', () => (name) => name)],
  },
  kills: [{ cases: ['G.1-name'], reason: /^its name: 200 / }],
};
