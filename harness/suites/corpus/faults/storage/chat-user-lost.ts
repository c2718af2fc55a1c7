import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ONE_IN_CONTEXT, RESTARTED } from '../contexts.ts';
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
      cases: [...ONE_IN_CONTEXT, 'session-restart-poll'],
      clause: 'D',
      reason: /^the chat shows 0 messages of the user$/,
    },
    {
      cases: [...RESTARTED, 'session-platform-context', 'session-restart-task-platform'],
      clause: 'D',
      reason: /^the chat shows 1 messages of the user$/,
    },
  ],
};
