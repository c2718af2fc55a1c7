import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const budgetSpendUntold: Fault = {
  id: 'P-contract-budget-spend-untold',
  title: 'a budget is told as if nothing had been spent',
  plant: onPlatform(
    at('platform.readBudget', (original) => async (...given) => {
      const outcome = await original(...given);
      return !('refused' in outcome)
        ? { ...outcome, body: { ...Object(outcome.body), budget_remaining: 100, monthly_spend: 0 } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.3-budget-read'], reason: /^it is told: 200/ }],
};
