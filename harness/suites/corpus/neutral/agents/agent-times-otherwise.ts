import type { Neutral } from '../../../../faults/fault.ts';
import { agentsWrite } from '../../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../../faults/neutral/hops.ts';
import { everyText, otherTimestamp } from '../../../../faults/neutral/nodes.ts';

export const agentTimesOtherwise: Neutral = {
  id: 'N-agent-times-otherwise',
  title: 'agents write the times of their tasks with an offset and nine decimals',
  plant: beforeAgents({
    reply: agentsWrite({ change: (document) => everyText(document, 'timestamp', otherTimestamp) }),
  }),
  touches: ({ facets }) => /^session-.*task|^v03-task-answer/.test(facets.entry ?? ''),
};
