import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const budgetAnyNumber: Fault = {
  id: 'P-budget-any-number',
  title: 'a budget may be negative, a text or a fraction',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.patchBudget', (patch) => (platform, id, body) => {
        const limit = body?.budget_limit;
        const isOdd =
          limit === -1 || limit === '1' || String(Number(limit)) !== String(Math.trunc(Number(limit)));
        return patch(
          platform,
          id,
          limit !== undefined && limit !== null && isOdd ? { budget_limit: 1 } : body,
        );
      }),
    ],
  },
  kills: [
    {
      cases: ['F.3-budget@negative', 'F.3-budget@text', 'F.3-budget@fraction'],
      reason: /^it is refused: 200 /,
    },
  ],
};
