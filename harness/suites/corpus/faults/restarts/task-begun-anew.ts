import type { Fault } from '../../../../faults/fault.ts';
import { afterRestart } from '../after-restart.ts';
import { withMessage } from '../request.ts';

export const taskBegunAnew: Fault = {
  id: 'R-task-begun-anew',
  title:
    'an agent that has restarted takes a message for a task that it does not know for the first of another',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      ...afterRestart((document) => withMessage(document, ({ taskId: _unknown, ...message }) => message)),
    ],
  },
  kills: [
    {
      cases: ['session-restart-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /HTTP 200 and a result$/,
    },
    { cases: ['session-restart-task-platform'], clause: 'A.9', reason: /HTTP 200 and a result$/ },
  ],
};
