import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentStreamAtOnce: Neutral = {
  id: 'N-agent-stream-at-once',
  title: 'agents send all events of a stream in one write',
  plant: beforeAgents({ reply: { eventsAtOnce: true, framing: 'length' } }),
  touches: ({ facets }) => facets.entry?.includes('stream') === true,
};
