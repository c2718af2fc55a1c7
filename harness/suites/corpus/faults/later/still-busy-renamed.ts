import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { waitsInQueue } from '../where.ts';

export const stillBusyRenamed: Fault = {
  id: 'Q-still-busy-renamed',
  title: 'what waits is sent with another message id the first time, taken or not',
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
      cases: waitsInQueue,
      clause: 'B',
      reason: /^what was sent later has params\.message\.messageId = "again-/,
    },
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'B',
      reason: /^what was sent later has params\.message\.messageId = "again-/,
    },
  ],
};
