import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentRepliesUntilClose: Neutral = {
  id: 'N-agent-replies-until-close',
  title: 'agents tell the end of a body by the end of the connection',
  plant: beforeAgents({ reply: { framing: 'until-close' } }),
};
