import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const expiryNotKept: Fault = {
  id: 'Q-expiry-not-kept',
  title: 'what says how long a message may wait is taken out of what waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.sendItem', (send) => (platform, id, item) => {
        const body = item.body.replace(/"expires_in_seconds":\d+,/, '');
        return send(platform, id, { ...item, body });
      }),
    ],
  },
  kills: [
    {
      cases: ['later-expiring'],
      clause: 'B',
      reason: /^params\.expires_in_seconds is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
