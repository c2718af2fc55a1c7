import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const memoryOfOneThing: Fault = {
  id: 'K-memory-of-one-thing',
  title: 'what is kept of a place replaces what was kept of it before',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.memoryKey',
        (memoryKey) => (name, contextId) => memoryKey(name.replace(/^.* in /, ''), contextId),
      ),
    ],
  },
  kills: [
    {
      cases: ['three-sessions-deep'],
      clause: 'J',
      reason: /^turn 5: the agent answered "My memory says \w+: your badge/,
    },
  ],
};
