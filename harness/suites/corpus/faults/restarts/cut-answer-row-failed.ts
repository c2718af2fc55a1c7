import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cutAnswerRowFailed: Fault = {
  id: 'P-cut-answer-row-failed',
  title: 'the row of a message whose answer broke off says that it failed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.logAnswered',
        (log) => (call, status, body) => log(call, body.length > 0 ? status : 502, body),
      ),
    ],
  },
  kills: [
    {
      cases: ['session-restart-mid-answer'],
      clause: 'A.12',
      reason: /^the row of the message has status "error"$/,
    },
  ],
};
