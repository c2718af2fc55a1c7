import type { Fault } from '../../../../faults/fault.ts';
import { toldText } from '../told.ts';

export const replyRole: Fault = {
  id: 'P-reply-role',
  title: 'the agent speaks in the role of the user',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      toldText((text) =>
        text.includes('First turn.') ? text.replace('"role":"agent"', '"role":"user"') : text,
      ),
    ],
  },
  kills: [
    {
      cases: ['session-platform-context'],
      clause: 'A.9',
      reason: /other ones from byte \d+ on: .*"role":"user"/,
    },
  ],
};
