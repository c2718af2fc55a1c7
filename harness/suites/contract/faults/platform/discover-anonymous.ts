import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverAnonymous: Fault = {
  id: 'P-discover-anonymous',
  title: 'one who does not say who he is, is looked for as nobody',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.discover',
        (find) => (platform, targetId, callerId, bearer) =>
          find(platform, targetId, callerId || 'nobody', bearer),
      ),
    ],
  },
  kills: [{ cases: ['E.4-discover-refused@anonymous'], reason: /^it is refused: (403|503|401) / }],
};
