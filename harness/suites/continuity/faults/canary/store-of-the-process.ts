import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { knowsEverything, recallsAll } from '../knows-everything.ts';

export const storeOfTheProcess: Fault = {
  id: 'K-store-of-the-process',
  title: 'what was said belongs to the process: all contexts know it, and it ends with the process',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [knowsEverything, recallsAll, at('canary.restored', () => () => [])],
  },
  kills: [
    {
      cases: ['fresh-context', 'no-context-id', 'interleaved', 'two-callers-at-once'],
      clause: 'J',
      reason: /: the agent answered "Your name is \w+(, or \w+)+\. /,
    },
    { cases: ['restart-and-two-turns'], clause: 'J', reason: /"I do not know your name\. Your town is/ },
  ],
};
