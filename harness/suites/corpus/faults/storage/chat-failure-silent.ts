import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const chatFailureSilent: Fault = {
  id: 'P-chat-failure-silent',
  title: 'the chat shows nothing of what an agent said that failed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.agentMessage', (read) => (row) => (row.status === 'error' ? undefined : read(row)))],
  },
  kills: [
    {
      cases: ['agent-failure-worded'],
      clause: 'D',
      reason: /^the chat shows 0 answers$/,
      outcome: 'rejected-loud',
    },
  ],
};
