import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const staleAgeUnchecked: Fault = {
  id: 'P-stale-age-unchecked',
  title: 'a greatest age that is none counts as an hour',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dropStale', (drop) => async (platform, age, workspaceId) => {
        const outcome = await drop(platform, age, workspaceId);
        return 'refused' in outcome ? drop(platform, undefined, workspaceId) : outcome;
      }),
    ],
  },
  kills: [{ cases: ['B-stale-age'], reason: /^it is refused: 200 / }],
};
