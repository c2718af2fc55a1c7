import type { Fault } from '../../../faults/fault.ts';
import { answeredByStream } from '../faults/where.ts';
import { beforeAgents } from '../neutral/hops.ts';

export const streamCut: Fault = {
  id: 'W-stream-cut',
  title: 'streams end before the empty line that would end their event',
  plant: beforeAgents({ reply: { event: (event) => event.replace(/\r?\n$/, '') } }),
  kills: [
    {
      cases: (planned) => answeredByStream(planned) || planned.facets.entry === 'session-resubscribe-unknown',
      reason: /a stream that ends in the middle of an event/,
      outcome: 'rejected-opaque',
    },
  ],
};
