import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const budgetUnreadTaken: Fault = {
  id: 'P-contract-budget-unread',
  title: 'a limit that is none is acknowledged, and a read one doubled',
  plant: onPlatform(
    at('platform.patchBudget', (patch) => async (...given) => {
      const outcome = await patch(...given);
      if ('refused' in outcome)
        return outcome.refused.status === 400 ? { status: 200, body: { budget_limit: 0 } } : outcome;
      return { ...outcome, body: { ...Object(outcome.body), budget_remaining: 1 } };
    }),
  ),
  kills: [
    {
      cases: [
        'F.3-budget@period-unknown',
        'F.3-budget@period-negative',
        'F.3-budget@period-text',
        'F.3-budget@period-fraction',
        'F.3-budget@negative',
        'F.3-budget@text',
        'F.3-budget@fraction',
      ],
      reason: /^it is refused: 200/,
    },
    {
      cases: ['F.3-budget@period', 'F.3-budget@single', 'F.3-budget@zero', 'F.3-budget@none'],
      reason: /^it is set: 200/,
    },
  ],
};
