import type { Fault } from '../../../../faults/fault.ts';
import { chatOf } from '../chat.ts';
import { RESTARTED } from '../contexts.ts';

export const chatEndless: Fault = {
  id: 'P-chat-endless',
  title: 'a chat of several rounds says that there is more of it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [chatOf((page) => (page.messages.length > 2 ? { ...page, reached_end: false } : page))],
  },
  kills: [
    {
      cases: [
        ...RESTARTED,
        'session-platform-context',
        'session-restart-poll',
        'session-restart-task-platform',
      ],
      clause: 'D',
      reason: /^the page has "reached_end": false$/,
    },
  ],
};
