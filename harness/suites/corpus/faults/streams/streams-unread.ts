import type { Fault } from '../../../../faults/fault.ts';
import { passedOn } from '../events.ts';

export const streamsUnread: Fault = {
  id: 'P-streams-unread',
  title: 'an answer that is a stream counts as none',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [passedOn(() => [])],
  },
  kills: [
    {
      cases: ['hg-stream-content'],
      clause: 'A.4',
      reason: /the error "agent returned empty response body"$/,
      outcome: 'rejected-loud',
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
      reason: /the error "agent returned empty response body"$/,
      outcome: 'rejected-loud',
    },
  ],
};
