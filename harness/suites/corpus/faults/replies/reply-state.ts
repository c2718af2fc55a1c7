import type { Fault } from '../../../../faults/fault.ts';
import { isTask, toldText } from '../told.ts';

export const replyState: Fault = {
  id: 'P-reply-state',
  title: 'a task that is complete comes back as one that is not',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      toldText((text) => (isTask(text) ? text.replace('"state":"completed"', '"state":"working"') : text)),
    ],
  },
  kills: [
    {
      cases: ['v03-stream-platform-task', 'v03-task-answer'],
      clause: 'A.9',
      reason: /other ones from byte \d+ on: .*"state":"working"/,
      outcome: 'delivered',
    },
  ],
};
