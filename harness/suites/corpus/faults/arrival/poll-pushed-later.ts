import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { pushTo } from '../push-to.ts';

export const pollPushedLater: Fault = {
  id: 'P-poll-pushed-later',
  title: 'a message for a polling workspace has its row and is pushed too, a second and a half later',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deliverToPoll', (deliver) => async (call, name) => {
        setTimeout(() => pushTo(call.target.url, call.bytes), 1_500);
        return deliver(call, name);
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
      reason: /^it was pushed to the agent once, which polls$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-poll-two'],
      clause: 'A.5',
      reason: /^the runtime got 4 requests by poll and push for 2 messages$/,
    },
    {
      cases: ['session-restart-poll'],
      clause: 'A.5',
      reason: /^it was pushed to the agent [23] times, which polls$/,
    },
  ],
};
