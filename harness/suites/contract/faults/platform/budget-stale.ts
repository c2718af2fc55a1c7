import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const budgetStale: Fault = {
  id: 'P-budget-stale',
  title: 'a change of a budget answers the limit that was',
  rule: 'hasBudgetPeriods',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.patchBudget', (patch) => async (platform, id, body) => {
        const sql = 'SELECT budget_limit FROM workspaces WHERE id::text = $1';
        const [before] = await platform.database.query<{ budget_limit: number | null }>('', sql, [id]);
        const outcome = await patch(platform, id, body);
        if (!('body' in outcome)) return outcome;
        return { ...outcome, body: { ...Object(outcome.body), budget_limit: before?.budget_limit ?? null } };
      }),
    ],
  },
  kills: [
    {
      cases: ['F.3-budget@period', 'F.3-budget@single', 'F.3-budget@zero'],
      reason: /^it is set: 200 .*budget_limit/,
    },
  ],
};
