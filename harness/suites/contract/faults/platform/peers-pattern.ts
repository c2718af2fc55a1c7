import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const peersPattern: Fault = {
  id: 'P-peers-pattern',
  title: 'what is looked for among peers is a pattern',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.matchesPeer',
        () =>
          ({ name, role }, query) =>
            new RegExp(query.replaceAll('%', '.*'), 'i').test(`${name}${role}`),
      ),
    ],
  },
  kills: [{ cases: ['E.4-peers-query@percent-sign'], reason: /^it is among them: true;/ }],
};
