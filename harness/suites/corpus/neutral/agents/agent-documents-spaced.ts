import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';

export const agentDocumentsSpaced: Neutral = {
  id: 'N-agent-documents-spaced',
  title: 'agents write white space into their answers, and members in another order',
  plant: beforeAgents({ reply: agentsWrite({ spaced: true, reversed: true }) }),
};
