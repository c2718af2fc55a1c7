import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import { everyObject, withUnknown } from '../../../../faults/neutral/nodes.ts';

export const agentMembersUnknown: Neutral = {
  id: 'N-agent-members-unknown',
  title: 'agents say more at every level of an answer than a sender knows',
  plant: beforeAgents({ reply: agentsWrite({ change: (document) => everyObject(document, withUnknown) }) }),
};
