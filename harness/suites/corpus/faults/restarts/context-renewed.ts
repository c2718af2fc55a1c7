import type { Fault } from '../../../../faults/fault.ts';
import { afterRestart } from '../after-restart.ts';
import { withMessage } from '../request.ts';
import { restarts } from '../where.ts';

export const contextRenewed: Fault = {
  id: 'R-context-renewed',
  title: 'an agent that has restarted goes on in a context of its own',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      ...afterRestart((document) =>
        withMessage(document, (message) => ({ ...message, contextId: 'own-context' })),
      ),
    ],
  },
  kills: [
    { cases: restarts, reason: /^agent code read contextId "own-context"$/, outcome: 'delivered-altered' },
  ],
};
