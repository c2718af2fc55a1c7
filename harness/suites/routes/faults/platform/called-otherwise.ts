import type { Fault } from '../../../../faults/fault.ts';
import { sentWith } from '../sent-with.ts';

export const calledOtherwise: Fault = {
  id: 'P-routes-called-otherwise',
  title: 'a message whose answer is to be a stream is called one to the agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      sentWith(
        ({ method }): Readonly<Record<string, string>> =>
          method === 'message/stream' ? { 'content-type': 'text/event-stream' } : {},
      ),
    ],
  },
  kills: [
    {
      cases: [
        'hg-stream-content',
        'v03-stream',
        'v03-stream-id-zero',
        'v03-stream-input-required',
        'v03-stream-long',
        'v03-stream-no-accept',
        'v03-stream-platform',
        'v03-stream-platform-asks',
        'v03-stream-platform-full',
        'v03-stream-platform-long',
        'v03-stream-platform-task',
        'v03-stream-scripts',
        'v03-stream-task',
      ],
      clause: 'A.7',
      reason: /^the platform called what it sent text\/event-stream$/,
    },
  ],
};
