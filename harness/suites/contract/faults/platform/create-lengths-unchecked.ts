import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createLengthsUnchecked: Fault = {
  id: 'P-create-lengths-unchecked',
  title: 'names and roles may be of any length and any characters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.plain', () => () => true)],
  },
  kills: [
    {
      cases: ['F.2-field@name-line', 'F.2-field@name-brace', 'F.2-field@name-256', 'F.2-field@role-1001'],
      reason: /^it is refused: 201 /,
    },
    { cases: ['F.3-patch@role-long', 'F.3-patch@name-bad'], reason: /^it is refused: 200 / },
  ],
};
