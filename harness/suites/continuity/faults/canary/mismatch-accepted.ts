import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const mismatchAccepted: Fault = {
  id: 'K-mismatch-accepted',
  title: 'a task is gone on with from any context, and tells what it knows',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.mayGoOn', () => () => true),
      at('canary.sessionKey', (sessionKey) => {
        const contexts = new Map<string, string>();
        return (turn) => {
          const contextId = contexts.get(turn.taskId) ?? turn.contextId;
          contexts.set(turn.taskId, contextId);
          return sessionKey({ ...turn, contextId });
        };
      }),
    ],
  },
  kills: [
    { cases: ['mismatched-ids'], clause: 'J', reason: /^turn 3: the agent answered "Booked a table in / },
  ],
};
