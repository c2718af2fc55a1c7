import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverNothingSafe: Fault = {
  id: 'P-discover-nothing-safe',
  title: 'no address is safe enough to be told',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.isSafeToDiscover', () => async () => false)],
  },
  kills: [
    { cases: ['E.4-discover'], reason: /^its address is told: 503 / },
    { cases: ['E.4-address@public'], reason: /^what is answered: 503 / },
  ],
};
