import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const memoryOfSession: Fault = {
  id: 'M171',
  title: 'the memory tool keeps for one session alone',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.memoryKey', () => (name, contextId) => `${contextId} ${name}`)],
  },
  kills: [
    {
      cases: ['memory-across-sessions', 'three-sessions-deep'],
      clause: 'J',
      reason: /"My memory has no (favorite color|badge)/,
    },
  ],
};
