import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const peersOfNoRole: Fault = {
  id: 'P-peers-of-no-role',
  title: 'whoever looks for nothing in particular is told of peers without a role alone',
  plant: onPlatform(
    at('platform.matchesPeer', (matches) => (peer, query) => {
      return query === '' ? peer.role === null : matches(peer, query);
    }),
  ),
  kills: [{ cases: ['E.4-peers-query@empty'], reason: /^it is among them: false;/ }],
};
