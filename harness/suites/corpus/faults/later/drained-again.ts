import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { waitsInQueue } from '../where.ts';

export const drainedAgain: Fault = {
  id: 'Q-drained-again',
  title: 'what was sent stays in the queue, and is sent again with the next heartbeat',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.settleItem',
        (settle) => (platform, item, failure) => settle(platform, item, failure ?? 'lost the answer'),
      ),
    ],
  },
  kills: [
    {
      cases: waitsInQueue,
      clause: 'B',
      reason: /^the runtime got [2-9] requests by push for [1-3] messages$/,
    },
  ],
};
