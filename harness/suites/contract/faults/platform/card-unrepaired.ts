import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cardUnrepaired: Fault = {
  id: 'P-card-unrepaired',
  title: 'a card is kept as it came, without a name too',
  rule: 'repairsCard',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.repairCard', () => (card) => card)],
  },
  kills: [
    {
      cases: [
        'E.1-card@id',
        'E.1-card@name-empty',
        'E.1-card@name-absent',
        'E.1-card@name-own',
        'E.1-card@description-own',
      ],
      reason: /^its card: /,
    },
  ],
};
