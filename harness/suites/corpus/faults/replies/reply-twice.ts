import type { Fault } from '../../../../faults/fault.ts';
import { isTask, toldText } from '../told.ts';

export const replyTwice: Fault = {
  id: 'P-reply-twice',
  title: 'a reply comes twice in one body',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => (isTask(text) ? `${text}\n${text}` : text))],
  },
  kills: [
    {
      cases: ['session-restart-task-platform', 'v03-task-answer'],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['v03-stream-platform-asks', 'v03-stream-platform-task'],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'delivered',
    },
  ],
};
