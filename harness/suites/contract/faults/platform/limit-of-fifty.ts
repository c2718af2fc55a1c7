import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const limitOfFifty: Fault = {
  id: 'P-contract-limit-of-fifty',
  title: 'a page has fifty rows where nobody has said how many',
  plant: onPlatform(
    at(
      'platform.cursorQuery',
      (query) => (filter, withPeer) =>
        query({ ...filter, limit: filter.limit === 100 ? 50 : filter.limit }, withPeer),
    ),
  ),
  kills: [
    {
      cases: ['C.1-limit@usual', 'C.1-limit@zero', 'C.1-limit@negative', 'C.1-limit@word'],
      reason: /^rows of the page: 50/,
    },
  ],
};
