import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secondsUnclamped: Fault = {
  id: 'M076',
  title: 'since_secs may reach back for years',
  plant: onPlatform(
    at(
      'platform.cursorQuery',
      (query) => (filter, withPeer) =>
        query(
          { ...filter, sinceSeconds: filter.sinceSeconds === 2_592_000 ? 259_200_000 : filter.sinceSeconds },
          withPeer,
        ),
    ),
  ),
  kills: [{ cases: ['C.1-window@clamped-to-a-month'], reason: /^the page: .*old/ }],
};
