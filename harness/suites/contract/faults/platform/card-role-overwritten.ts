import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cardRoleOverwritten: Fault = {
  id: 'P-card-role-overwritten',
  title: 'the role of the row stands in every card',
  rule: 'repairsCard',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.repairCard', (repair) => (card, row) => {
        const kept = repair(card, row);
        const isObject = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
        return isObject && row?.role ? { ...kept, role: row.role } : kept;
      }),
    ],
  },
  kills: [{ cases: ['E.1-card@role-own'], reason: /^its card: / }],
};
