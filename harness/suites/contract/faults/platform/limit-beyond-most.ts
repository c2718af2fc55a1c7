import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const limitBeyondMost: Fault = {
  id: 'P-contract-limit-beyond-most',
  title: 'a page may have more than five hundred rows',
  plant: onPlatform(
    at(
      'platform.cursorQuery',
      (query) => (filter, withPeer) =>
        query({ ...filter, limit: filter.limit === 500 ? 503 : filter.limit }, withPeer),
    ),
  ),
  kills: [{ cases: ['C.1-limit@most', 'C.1-limit@beyond-most'], reason: /^rows of the page: 503/ }],
};
