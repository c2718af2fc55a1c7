import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const peersCaseMatters: Fault = {
  id: 'P-peers-case-matters',
  title: 'peers are found only by the very letters of their names and roles',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.matchesPeer',
        () =>
          ({ name, role }, query) =>
            [name, role ?? ''].some((text) => text.includes(query)),
      ),
    ],
  },
  kills: [{ cases: ['E.4-peers-query@other-case'], reason: /^it is among them: false;/ }],
};
