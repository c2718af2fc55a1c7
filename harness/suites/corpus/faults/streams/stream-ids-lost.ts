import type { Fault } from '../../../../faults/fault.ts';
import { passedOn } from '../events.ts';

export const streamIdsLost: Fault = {
  id: 'P-stream-ids-lost',
  title: 'events of a stream are passed on without the id of their request',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [passedOn((events) => events.map((event) => event.replace(/"id":[^,]+/, '"id":null')))],
  },
  kills: [
    {
      cases: ['hg-stream-content'],
      clause: 'A.4',
      reason: /^the id of the reply is null$/,
      outcome: 'delivered',
    },
    {
      cases: [
        'v03-stream-platform',
        'v03-stream-platform-asks',
        'v03-stream-platform-full',
        'v03-stream-platform-long',
        'v03-stream-platform-task',
      ],
      clause: 'A.9',
      reason: /^the id of the reply is null$/,
      outcome: 'delivered',
    },
  ],
};
