import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteUnconfirmed: Fault = {
  id: 'P-delete-unconfirmed',
  title: 'a delete asks for nothing: what is unknown, removed or not named is removed',
  rule: 'deleteAsksForName',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deleteWorkspace', (remove) => (platform, ...given) => {
        return remove({ ...platform, rules: { ...platform.rules, deleteAsksForName: false } }, ...given);
      }),
    ],
  },
  kills: [
    { cases: ['F.4-name'], reason: /^the name is asked for: 200 / },
    { cases: ['F.4-unknown'], reason: /^it is refused: 200 / },
    { cases: ['F.4-again-gone'], reason: /^it is gone: 200 / },
    { cases: ['F.4-name-before-children'], reason: /^the name is asked for first: 409 / },
  ],
};
