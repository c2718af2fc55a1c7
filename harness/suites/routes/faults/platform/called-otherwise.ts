import type { Fault } from '../../../../faults/fault.ts';
import { sentWith } from '../sent-with.ts';
import { STREAMED } from '../streamed.ts';

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
      cases: STREAMED,
      clause: 'A.7',
      reason: /^the platform called what it sent text\/event-stream$/,
    },
  ],
};
