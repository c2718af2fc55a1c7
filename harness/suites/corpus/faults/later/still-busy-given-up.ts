import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const stillBusyGivenUp: Fault = {
  id: 'Q-still-busy-given-up',
  title: 'a message that finds its agent busy once more is taken for delivered',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.settleItem', (settle) => (platform, item) => settle(platform, item, undefined))],
  },
  kills: [
    {
      cases: ['later-still-busy', 'session-later-still-busy'],
      clause: 'B',
      reason: /^nothing arrived at the runtime; the sender got HTTP 202/,
      outcome: 'dropped',
    },
  ],
};
