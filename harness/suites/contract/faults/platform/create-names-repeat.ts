import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createNamesRepeat: Fault = {
  id: 'P-create-names-repeat',
  title: 'a name that a live sibling has is given again',
  rule: 'numbersRepeatedNames',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.createWorkspace', (create) => (platform, ...given) => {
        return create({ ...platform, rules: { ...platform.rules, numbersRepeatedNames: false } }, ...given);
      }),
    ],
  },
  kills: [
    { cases: ['F.2-name-repeated'], reason: /^its name is numbered: 200 / },
    { cases: ['F.2-name-exhausted'], reason: /^the next is refused: 201 / },
  ],
};
