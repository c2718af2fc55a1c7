import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const hibernateForcePretended: Fault = {
  id: 'P-hibernate-force-pretended',
  title: 'a forced hibernation says hibernated, and nothing happens',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.hibernateWorkspace', (hibernate) => async (platform, id, force) => {
        const outcome = await hibernate(platform, id, false);
        const isBusy = force && 'refused' in outcome && outcome.refused.status === 409;
        return isBusy ? { status: 200, body: { status: 'hibernated' } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['F.6-hibernate-tasks@one-forced'], reason: /^what it is then: 200 .*online/ }],
};
