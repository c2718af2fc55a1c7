import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const expiryInMilliseconds: Fault = {
  id: 'Q-expiry-in-milliseconds',
  title: 'seconds of waiting are taken for milliseconds',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.timeToLiveSeconds', (read) => (...given) => {
        const seconds = read(...given);
        return seconds === undefined ? undefined : seconds / 1_000_000;
      }),
    ],
  },
  kills: [
    {
      cases: ['later-expiring'],
      clause: 'B',
      reason: /^nothing arrived at the runtime; the sender got HTTP 202/,
      outcome: 'dropped',
    },
  ],
};
