import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ANSWERED_WITH_A_MESSAGE, RESTARTED } from '../contexts.ts';
import { hasContext } from '../request.ts';

export const chatAnswerOfUser: Fault = {
  id: 'P-chat-answer-of-user',
  title: 'in a running context the chat shows the answers of the agent as if the user had said them',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.agentMessage', (read) => (row) => {
        const message = read(row);
        return message && hasContext(row.request) ? { ...message, role: 'user' } : message;
      }),
    ],
  },
  kills: [
    {
      cases: [...ANSWERED_WITH_A_MESSAGE, 'v03-unknown-task'],
      clause: 'D',
      reason: /^the chat shows 2 messages of the user$/,
    },
    { cases: ['session-platform-context'], clause: 'D', reason: /^the chat shows 3 messages of the user$/ },
    {
      cases: [...RESTARTED, 'session-restart-task-platform'],
      clause: 'D',
      reason: /^the chat shows \d messages of the user$/,
    },
  ],
};
