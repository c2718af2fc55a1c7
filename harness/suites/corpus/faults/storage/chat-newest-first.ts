import type { Fault } from '../../../../faults/fault.ts';
import { chatOf } from '../chat.ts';
import { RESTARTED } from '../contexts.ts';

export const chatNewestFirst: Fault = {
  id: 'P-chat-newest-first',
  title: 'a chat of several rounds is shown from its end',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      chatOf(({ messages, ...page }) => ({
        ...page,
        messages: messages.length > 2 ? messages.toReversed() : messages,
      })),
    ],
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
      reason: /^the chat shows/,
    },
  ],
};
