import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const otherCardPath: Neutral = {
  id: 'N-card-elsewhere',
  title: 'the card lies where 0.2 had it',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.cardPath', () => () => '/.well-known/agent.json')],
  },
};
