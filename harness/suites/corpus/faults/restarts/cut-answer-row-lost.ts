import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cutAnswerRowLost: Fault = {
  id: 'P-cut-answer-row-lost',
  title: 'a message whose answer broke off leaves no row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => async (call, status, body) => {
        if (body.length > 0) await log(call, status, body);
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-mid-answer'],
      clause: 'A.12',
      reason: /^the activity has 2 rows of 3 messages$/,
    },
  ],
};
