import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { hasContext } from '../request.ts';
import { RESTARTED } from '../where.ts';

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
      cases: [
        'context-id-long',
        'context-id-mixed-case',
        'context-id-path',
        'context-id-urn',
        'context-id-zero',
        'hg-content-and-metadata',
        'v03-context',
        'v03-full',
      ],
      clause: 'D',
      reason: /^the chat shows 0 answers$/,
      outcome: 'delivered',
    },
    { cases: ['session-platform-context'], clause: 'D', reason: /^the chat shows 1 answers$/ },
    { cases: RESTARTED, clause: 'D', reason: /^the chat shows \d answers$/ },
  ],
};
