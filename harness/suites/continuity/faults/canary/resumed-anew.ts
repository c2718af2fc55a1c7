import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const resumedAnew: Fault = {
  id: 'K-resumed-anew',
  title: 'what answers a question of the agent begins a new session',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.answer',
        (answer) => (desk, turn, signal) =>
          answer(desk, turn.isAnswer ? { ...turn, contextId: turn.taskId } : turn, signal),
      ),
    ],
  },
  kills: [
    {
      cases: ['resume-after-input'],
      clause: 'J',
      reason: /^turn 3: the agent answered "Canary mode active\."$/,
    },
  ],
};
