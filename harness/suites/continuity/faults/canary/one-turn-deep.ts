import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const oneTurnDeep: Fault = {
  id: 'K-one-turn-deep',
  title: 'a session holds the turn before, and nothing older',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.kept', () => (_before, said) => said)],
  },
  kills: [
    { cases: ['own-words'], clause: 'J', reason: /not picked any number/ },
    { cases: ['resume-after-input'], clause: 'J', reason: /for somebody/ },
    {
      cases: ['interleaved', 'thirty-turns', 'restart-and-two-turns', 'two-turns-at-once', 'prompt-growth'],
      clause: 'J',
      reason: /the agent answered "I do not know your (name|desk|town|pet|first word|first code)/,
    },
  ],
};
