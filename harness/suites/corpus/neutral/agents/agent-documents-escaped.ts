import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentDocumentsEscaped: Neutral = {
  id: 'N-agent-documents-escaped',
  title: 'agents escape what JSON lets them escape',
  plant: beforeAgents({ reply: agentsWrite({ escaped: true }) }),
};
