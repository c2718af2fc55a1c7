import type { Neutral } from '../../../../faults/fault.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

const upperCase = (name: string) => name.toUpperCase();

export const agentHeaderNamesUpperCase: Neutral = {
  id: 'N-agent-header-names-upper-case',
  title: 'the names of headers are all capitals, to agents and back',
  plant: beforeAgents({ request: { name: upperCase }, reply: { name: upperCase, reason: '' } }),
};
