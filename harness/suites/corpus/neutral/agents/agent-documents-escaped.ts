import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../documents.ts';
import { beforeAgents } from '../hops.ts';

export const agentDocumentsEscaped: Neutral = {
  id: 'N-agent-documents-escaped',
  title: 'agents escape what JSON lets them escape',
  plant: beforeAgents({ reply: agentsWrite({ escaped: true }) }),
};
