import type { Fault } from '../../../../faults/fault.ts';
import { isTask, told } from '../told.ts';

export const replyAccepted: Fault = {
  id: 'P-reply-accepted',
  title: 'a task that is complete is told as accepted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [told((text) => (isTask(text) ? { status: 202 } : {}))],
  },
  kills: [
    {
      cases: [
        'session-restart-task-platform',
        'v03-stream-platform-asks',
        'v03-stream-platform-task',
        'v03-task-answer',
      ],
      clause: 'A.9',
      reason: /^the agent answered HTTP 200, the sender got 202$/,
      outcome: 'delivered',
    },
  ],
};
