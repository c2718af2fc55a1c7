import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ANSWERED_WITH_A_MESSAGE, RESTARTED } from '../contexts.ts';
import { hasContext } from '../request.ts';

export const chatAgentLost: Fault = {
  id: 'P-chat-agent-lost',
  title: 'the chat shows what the user said, and in a running context not what the agent answered',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.agentMessage', (read) => (row) => (hasContext(row.request) ? undefined : read(row))),
    ],
  },
  kills: [
    {
      cases: ANSWERED_WITH_A_MESSAGE,
      clause: 'D',
      reason: /^the chat shows 0 answers$/,
      outcome: 'delivered',
    },
    { cases: ['session-platform-context'], clause: 'D', reason: /^the chat shows 1 answers$/ },
    { cases: RESTARTED, clause: 'D', reason: /^the chat shows \d answers$/ },
  ],
};
