import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const chatFailureOfAgent: Fault = {
  id: 'P-chat-failure-of-agent',
  title: 'the chat shows the failure of an agent as what it has to say',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.agentMessage', (read) => (row) => {
        const message = read(row);
        return message && row.status === 'error' ? { ...message, role: 'agent' } : message;
      }),
    ],
  },
  kills: [
    {
      cases: ['agent-failure-worded'],
      clause: 'D',
      reason: /^the chat shows the answer "The model does not answer\." in the role "agent"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['agent-error-told', 'v03-text-failing'],
      clause: 'D',
      reason: /^the chat shows 1 answers$/,
      outcome: 'rejected-loud',
    },
  ],
};
