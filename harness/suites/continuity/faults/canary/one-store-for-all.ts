import type { Fault } from '../../../../faults/fault.ts';
import { knowsEverything, recallsAll } from '../knows-everything.ts';

export const oneStoreForAll: Fault = {
  id: 'K-knows-everything',
  title: 'what any context was told is known in all of them',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [knowsEverything, recallsAll],
  },
  kills: [
    {
      cases: ['fresh-context', 'no-context-id', 'interleaved', 'two-callers-at-once'],
      clause: 'J',
      reason: /: the agent answered "Your name is \w+(, or \w+)*\. /,
    },
  ],
};
