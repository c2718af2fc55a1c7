import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secondsClampedToADay: Fault = {
  id: 'P-contract-seconds-clamped-to-a-day',
  title: 'since_secs reaches back for a day at most',
  plant: onPlatform(
    at(
      'platform.cursorQuery',
      (query) => (filter, withPeer) =>
        query(
          { ...filter, sinceSeconds: filter.sinceSeconds && Math.min(filter.sinceSeconds, 86_400) },
          withPeer,
        ),
    ),
  ),
  kills: [{ cases: ['C.1-window@nearly-a-month'], reason: /^the page: \["new"\]/ }],
};
