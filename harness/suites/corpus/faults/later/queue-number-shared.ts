import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueNumberShared: Fault = {
  id: 'Q-queue-number-shared',
  title: 'all messages of a workspace are told to wait under the number of the first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.enqueue', (enqueue) => {
        const first = new Map<string, string>();
        return async (call) => {
          const waiting = await enqueue(call);
          const queueId = first.get(call.target.id) ?? waiting.queueId;
          first.set(call.target.id, queueId);
          return { ...waiting, queueId };
        };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-later-three', 'session-later-still-busy'],
      clause: 'B',
      reason: /^two messages wait under one queue_id$/,
    },
  ],
};
