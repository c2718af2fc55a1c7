import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const limitIgnored: Fault = {
  id: 'P-contract-limit-ignored',
  title: 'every page has a hundred rows',
  plant: onPlatform(
    at('platform.cursorQuery', (query) => (filter, withPeer) => query({ ...filter, limit: 100 }, withPeer)),
  ),
  kills: [
    {
      cases: ['C.1-limit@three', 'C.1-limit@most', 'C.1-limit@beyond-most'],
      reason: /^rows of the page: 100/,
    },
  ],
};
