import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../documents.ts';
import { beforeAgents } from '../hops.ts';
import { everyObject, withUnknown } from '../nodes.ts';

export const agentMembersUnknown: Neutral = {
  id: 'N-agent-members-unknown',
  title: 'agents say more at every level of an answer than a sender knows',
  plant: beforeAgents({ reply: agentsWrite({ change: (document) => everyObject(document, withUnknown) }) }),
};
