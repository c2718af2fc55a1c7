import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cardOfUnknownRepaired: Fault = {
  id: 'P-card-of-unknown-repaired',
  title: 'the card of a workspace that nobody knew is given a description',
  rule: 'repairsCard',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.repairCard', (repair) => (card, row) => {
        const isObject = typeof card === 'object' && card !== null && !Array.isArray(card);
        return isObject && !row ? { ...card, description: 'X' } : repair(card, row);
      }),
    ],
  },
  kills: [{ cases: ['E.1-card-of-unknown'], reason: /^its card: / }],
};
