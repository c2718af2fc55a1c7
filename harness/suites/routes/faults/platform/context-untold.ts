import type { Fault } from '../../../../faults/fault.ts';
import { replyContextLost } from '../../../corpus/faults/answers/reply-context-lost.ts';

export const contextUntold: Fault = {
  ...replyContextLost,
  id: 'P-routes-context-untold',
  kills: [
    {
      cases: ['session-platform-context'],
      clause: 'A.9',
      reason: /^the session had 1 step through the platform, and 2 directly$/,
    },
  ],
};
