import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentConnectionClosed: Neutral = {
  id: 'N-agent-connection-closed',
  title: 'agents close the connection after each reply',
  plant: beforeAgents({ reply: { close: 'announced' } }),
};
