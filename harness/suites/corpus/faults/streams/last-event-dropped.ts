import type { Fault } from '../../../../faults/fault.ts';
import { passedOn } from '../events.ts';

export const lastEventDropped: Fault = {
  id: 'P-last-event-dropped',
  title: 'the last event of a stream is not passed on',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [passedOn((events) => (events.length > 1 ? events.slice(0, -1) : events))],
  },
  kills: [
    {
      cases: ['v03-stream-platform-asks', 'v03-stream-platform-task'],
      clause: 'A.9',
      reason: /^the stream ends in the middle: its last event is [\w-]+$/,
      outcome: 'delivered',
    },
  ],
};
