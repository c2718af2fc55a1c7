import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { pushTo } from '../push-to.ts';

export const pollPushedWithoutRow: Fault = {
  id: 'P-poll-pushed-without-row',
  title: 'a message for a polling workspace is pushed, acknowledged as queued, and has no row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.deliverToPoll',
        () =>
          async ({ target, bytes }) =>
            pushTo(target.url, bytes),
      ),
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
      cases: ['hg-content-string-poll', 'v03-text-poll'],
      clause: 'A.5',
      reason: /^the activity has 0 rows of 1 messages$/,
    },
    {
      cases: ['session-poll-two', 'session-restart-poll'],
      clause: 'A.5',
      reason: /^it was pushed to the agent 2 times, which polls$/,
    },
  ],
};
