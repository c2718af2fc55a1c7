import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cutAt24: Fault = {
  id: 'K-cut-at-24',
  title: 'a session holds its last 24 messages',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.kept', (kept) => (before, said) => kept(before, said).slice(-24))],
  },
  kills: [
    {
      cases: ['thirty-turns'],
      clause: 'J',
      reason: /^turn 3: the agent answered "I do not know your first word\."$/,
    },
  ],
};
