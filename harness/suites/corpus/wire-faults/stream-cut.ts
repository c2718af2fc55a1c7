import type { Fault } from '../../../faults/fault.ts';
import { beforeAgents } from '../../../faults/neutral/hops.ts';
import { answeredByStream } from '../faults/where.ts';

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
