import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
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
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.10',
      reason: /^the acknowledgement is 202 .*"queue_id":""/,
    },
  ],
};
