import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { waitsInQueue } from '../where.ts';

export const queueNumberUntold: Fault = {
  id: 'Q-queue-number-untold',
  title: 'a message waits, and its sender is not told under which number',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.enqueue', (enqueue) => async (call) => ({ ...(await enqueue(call)), queueId: '' }))],
  },
  kills: [
    { cases: waitsInQueue, clause: 'A.10', reason: /^the acknowledgement is 202 .*"queue_id":""/ },
    {
      cases: [
        'session-restart-in-flight',
        'session-restart-in-flight-caller',
        'session-restart-in-flight-content',
      ],
      clause: 'A.10',
      reason: /^the acknowledgement is 202 .*"queue_id":""/,
    },
  ],
};
