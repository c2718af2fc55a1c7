import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const cutAnswerUnconfirmed: Fault = {
  id: 'P-cut-answer-unconfirmed',
  title: 'of a message whose answer broke off it is not said that the agent has it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.mapUnreadable', (map) => (status, rules) => {
        const reply = map(status, rules);
        return { ...reply, body: `${reply.body}`.replace('true', 'false') };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-mid-answer'],
      clause: 'A.9',
      reason: /^the sender is told delivery_confirmed false$/,
    },
  ],
};
