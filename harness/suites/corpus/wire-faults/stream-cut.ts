import type { Fault } from '../../../faults/fault.ts';
import { beforeAgents } from '../neutral/hops.ts';

export const streamCut: Fault = {
  id: 'W-stream-cut',
  title: 'streams end before the empty line that would end their event',
  plant: beforeAgents({ reply: { event: (event) => event.replace(/\r?\n$/, '') } }),
  kills: [
    {
      cases: ['v03-stream'],
      clause: 'v0.3.0 §7.2',
      reason: /a stream that ends in the middle of an event/,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['v1-stream'],
      clause: 'A2A 1.0 SendMessage',
      reason: /a stream that ends in the middle of an event/,
      outcome: 'rejected-opaque',
    },
  ],
};
