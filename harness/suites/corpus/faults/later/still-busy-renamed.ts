import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const stillBusyRenamed: Fault = {
  id: 'Q-still-busy-renamed',
  title: 'an agent that is busy once more is asked with another message id than before and after',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.sendItem', (send) => (platform, id, item) => {
        if (item.attempts > 1) return send(platform, id, item);
        return send(platform, id, { ...item, body: item.body.replace(/("messageId":")/, '$1again-') });
      }),
    ],
  },
  kills: [
    {
      cases: ['later-still-busy', 'session-later-still-busy'],
      clause: 'B',
      reason: /^what was sent later has params\.message\.messageId = "again-/,
    },
  ],
};
