import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyNewestFirst: Fault = {
  id: 'P-history-newest-first',
  title: 'a page begins with what was said last',
  plant: onPlatform(
    at(
      'platform.historyRows',
      (rows) =>
        async (...given) =>
          [...(await rows(...given))].reverse(),
    ),
  ),
  kills: [
    { cases: ['D-pages'], reason: /^the newest page: \["three","two"\]/ },
    { cases: ({ id }) => id.includes('/D-limit@'), reason: /^the page: \["two","one"\]/ },
  ],
};
