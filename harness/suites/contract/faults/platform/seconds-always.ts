import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secondsAlways: Fault = {
  id: 'P-contract-seconds-always',
  title: 'a page reaches back for a month where nobody has said how far',
  plant: onPlatform(
    at(
      'platform.cursorQuery',
      (query) => (filter, withPeer) =>
        query({ ...filter, sinceSeconds: filter.sinceSeconds ?? 2_592_000 }, withPeer),
    ),
  ),
  kills: [{ cases: ['C.1-window@no-window'], reason: /^the page: \["new"\]/ }],
};
