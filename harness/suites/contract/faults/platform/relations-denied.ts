import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const relationsDenied: Fault = {
  id: 'P-contract-relations-denied',
  title: 'workspaces may talk to themselves alone',
  plant: onPlatform(
    at('platform.canCommunicate', () => async (_queries, _rules, one, other) => one === other),
  ),
  kills: [
    {
      cases: ['siblings', 'down', 'up', 'down-33', 'up-33'].map((row) => `A.3-talks@${row}`),
      reason: /^the message is taken: 403/,
    },
    { cases: ['A.2-speaks@sibling', 'A.2-speaks@bearer-alone'], reason: /^the message is taken: 403/ },
    { cases: ['C.4-of-relations'], reason: /^of itself, its child and a stranger: / },
  ],
};
