import type { Fault } from '../../../../faults/fault.ts';
import { passedOn } from '../events.ts';

export const eventsMerged: Fault = {
  id: 'P-events-merged',
  title: 'the events of a stream are passed on as one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [passedOn((events) => [events.join('\n')])],
  },
  kills: [
    {
      cases: ['v03-stream-platform-asks', 'v03-stream-platform-task'],
      clause: 'A.9',
      reason: /with an event that is not JSON/,
      outcome: 'rejected-opaque',
    },
  ],
};
