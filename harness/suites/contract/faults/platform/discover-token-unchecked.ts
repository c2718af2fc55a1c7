import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverTokenUnchecked: Fault = {
  id: 'P-discover-token-unchecked',
  title: 'anyone who names a workspace is told what it may know',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.checkDiscoveryCaller', () => async () => undefined)],
  },
  kills: [
    {
      cases: [
        'E.4-discover-refused@no-token',
        'E.4-discover-refused@token-of-target',
        'E.4-discover-refused@admin',
      ],
      reason: /^it is refused: 200 /,
    },
    { cases: ['E.4-peers-refused'], reason: /^(nobody|a sibling|the admin) is refused: 200 / },
  ],
};
