import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const budgetUnchecked: Fault = {
  id: 'P-contract-budget-unchecked',
  title: 'a workspace over its budget is written to',
  plant: onPlatform(at('platform.checkBudget', () => async () => undefined)),
  kills: [
    {
      cases: ['A.1-order@budget-before-malformed', 'A.1-order@budget-before-poll'],
      reason: /: (400|200) |^the log of the workspace/,
    },
  ],
};
