import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueStatusForSenderAlone: Fault = {
  id: 'P-queue-status-for-sender-alone',
  title: 'the receiver of a message is not told how it fares',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.maySeeQueueItem', () => (asking, item) => asking === item.caller_id)],
  },
  kills: [
    {
      cases: ['B-status@header-of-receiver', 'B-status@bearer-of-receiver'],
      reason: /^the status is told: 404 /,
    },
  ],
};
