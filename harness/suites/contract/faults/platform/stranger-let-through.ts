import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const strangerLetThrough: Fault = {
  id: 'P-contract-stranger-let-through',
  title: 'everybody may talk to everybody',
  plant: onPlatform(at('platform.checkHierarchy', () => async () => undefined)),
  kills: [
    {
      cases: ['A.1-order@hierarchy-before-budget', 'A.1-order@hierarchy-before-unknown'],
      reason: /^what comes first decides: (402|404)/,
    },
    {
      cases: ['unknown-workspace', 'no-uuid', 'prefix-in-capitals'].map((row) => `A.2-speaks@${row}`),
      reason: /^the sender is refused: 200/,
    },
    {
      cases: ['down-34', 'up-34', 'aunt', 'cousins', 'roots'].map((row) => `A.3-talks@${row}`),
      reason: /^the message is refused: 200/,
    },
  ],
};
