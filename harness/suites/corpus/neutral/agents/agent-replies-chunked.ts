import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentRepliesChunked: Neutral = {
  id: 'N-agent-replies-chunked',
  title: 'agents send bodies in chunks, and get them in chunks',
  plant: beforeAgents({ request: { framing: 'chunked' }, reply: { framing: 'chunked' } }),
};
