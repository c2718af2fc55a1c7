import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const stillBusyAskedTwice: Fault = {
  id: 'Q-still-busy-asked-twice',
  title: 'an agent that is busy once more is asked again at once',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.sendItem', (send) => async (...given) => {
        return (await send(...given)) === undefined ? undefined : send(...given);
      }),
    ],
  },
  kills: [
    {
      cases: ['later-still-busy', 'session-later-still-busy'],
      clause: 'B',
      reason: /^one heartbeat brought 2 requests$/,
      outcome: 'delivered',
    },
  ],
};
