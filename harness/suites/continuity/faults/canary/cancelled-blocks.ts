import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cancelledBlocks: Fault = {
  id: 'K-cancelled-blocks',
  title: 'after a cancelled turn the session takes no other',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.answer', (answer) => {
        const cancelled = new Set<string>();
        return async (desk, turn, signal) => {
          if (cancelled.has(turn.contextId)) throw new Error('the session is busy');
          signal.addEventListener('abort', () => cancelled.add(turn.contextId));
          return answer(desk, turn, signal);
        };
      }),
    ],
  },
  kills: [
    {
      cases: ['cancel-and-go-on'],
      clause: 'J',
      reason:
        /^turn 4: the sender got HTTP 200 and a task that failed: "Agent execution error: the session is busy"$/,
    },
  ],
};
