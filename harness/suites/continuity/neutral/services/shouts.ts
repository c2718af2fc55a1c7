import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const shouts: Neutral = {
  id: 'N-reply-in-capitals',
  title: 'the agent writes everything in capitals, with words around it',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.publish',
        (publish) => (bus, ids, answer) =>
          publish(bus, ids, { ...answer, text: `Of course!\n\n${answer.text.toUpperCase()}\n` }),
      ),
    ],
  },
};
