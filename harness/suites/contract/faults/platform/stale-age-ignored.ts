import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const staleAgeIgnored: Fault = {
  id: 'P-stale-age-ignored',
  title: 'everything that waits is dropped, whatever its age',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dropStale', (drop) => (platform, age, workspaceId) => {
        const later = { ...platform.clock, nowMs: () => platform.clock.nowMs() + 86_400_000 };
        return drop({ ...platform, clock: later }, age, workspaceId);
      }),
    ],
  },
  kills: [{ cases: ['B-stale-dropped'], reason: /^nothing is so old: 200 / }],
};
