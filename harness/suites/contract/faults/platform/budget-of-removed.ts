import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const budgetOfRemoved: Fault = {
  id: 'P-budget-of-removed',
  title: 'a removed workspace is given a budget',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.patchBudget', (patch) => async (platform, id, body) => {
        const outcome = await patch(platform, id, body);
        const isGone = 'refused' in outcome && outcome.refused.status === 404;
        return isGone ? { status: 200, body: { budget_limit: 5 } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['F.3-budget-gone'], reason: /^it is refused: 200 / }],
};
