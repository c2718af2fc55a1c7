import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { hasContext } from '../request.ts';

export const chatUserLost: Fault = {
  id: 'P-chat-user-lost',
  title: 'the chat shows what the agent said, and not what the user did in a running context',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.userMessage', (read) => (request) => (hasContext(request) ? undefined : read(request))),
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
        'session-restart-poll',
        'v03-context',
        'v03-full',
        'v03-stream-platform-full',
        'v03-unknown-task',
      ],
      clause: 'D',
      reason: /^the chat shows 0 messages of the user$/,
    },
    {
      cases: [
        'session-platform-context',
        'session-restart-in-flight',
        'session-restart-in-flight-content',
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-same-address',
        'session-restart-task-platform',
      ],
      clause: 'D',
      reason: /^the chat shows 1 messages of the user$/,
    },
  ],
};
