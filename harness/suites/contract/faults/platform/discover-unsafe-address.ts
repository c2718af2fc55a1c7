import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverUnsafeAddress: Fault = {
  id: 'M011',
  title: 'an address that nobody may be sent to is told to agents',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.isSafeToDiscover', () => async () => true)],
  },
  kills: [
    {
      cases: [
        'E.4-address@metadata',
        'E.4-address@test-net',
        'E.4-address@carrier-grade',
        'E.4-address@scheme',
      ],
      reason: /^what is answered: 200 /,
    },
  ],
};
