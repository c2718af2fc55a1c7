import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cancelledComesBack: Fault = {
  id: 'K-cancelled-comes-back',
  title: 'what a cancelled turn asked for is answered with the next one',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.answer', (answer) => {
        const cancelled = new Map<string, string>();
        return async (desk, turn, signal) => {
          signal.addEventListener('abort', () => cancelled.set(turn.contextId, turn.text));
          const { state, text } = await answer(desk, turn, signal);
          return { state, text: [cancelled.get(turn.contextId) ?? '', text].join(' ') };
        };
      }),
    ],
  },
  kills: [
    {
      cases: ['cancel-and-go-on'],
      clause: 'J',
      reason: /^turn 4: the agent answered "Take your time, and tell me/,
    },
  ],
};
