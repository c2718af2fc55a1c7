import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const ownRepliesForgotten: Fault = {
  id: 'K-own-replies-forgotten',
  title: 'what the agent says itself is not kept',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.kept', (kept) => (before, said) => kept(before, said).filter(({ role }) => role === 'user')),
    ],
  },
  kills: [
    { cases: ['own-words'], clause: 'J', reason: /not picked any number/ },
    { cases: ['resume-after-input'], clause: 'J', reason: /Canary mode active/ },
  ],
};
