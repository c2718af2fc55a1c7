import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const correctionDropped: Fault = {
  id: 'K-correction-dropped',
  title: 'what was told first is kept, whatever is said later',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.prompt',
        (promptOf) => (session, now) =>
          promptOf(
            session.filter(({ text }) => !text.startsWith('I was mistaken')),
            now,
          ),
      ),
    ],
  },
  kills: [{ cases: ['corrected-fact'], clause: 'J', reason: /^turn 3: the agent answered "Your desk is / }],
};
