import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pollRowTwice: Fault = {
  id: 'P-poll-row-twice',
  title: 'a message for a polling workspace gets two rows',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deliverToPoll', (deliver) => async (call, name) => {
        await deliver(call, name);
        await deliver(call, name);
      }),
    ],
  },
  kills: [
    {
      cases: [
        'hg-content-string-poll',
        'later-poll',
        'poll-big-text',
        'poll-deep',
        'poll-digits',
        'poll-id-zero',
        'poll-nulls',
        'poll-scripts',
        'poll-stream',
        'v03-text-poll',
      ],
      clause: 'A.5',
      reason: /^the activity has 2 rows of 1 messages$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-restart-poll'],
      clause: 'A.5',
      reason: /^it arrived 2 times$/,
    },
  ],
};
