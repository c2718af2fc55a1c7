import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteStartOrphaned: Fault = {
  id: 'P-delete-start-orphaned',
  title: 'an instance that comes up for a removed workspace is left running',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.keepInstance', (keep) => async (...given) => {
        await keep(...given);
        return true;
      }),
    ],
  },
  kills: [{ cases: ['F.4-stays-removed'], reason: /^stops: .*: 2;/ }],
};
