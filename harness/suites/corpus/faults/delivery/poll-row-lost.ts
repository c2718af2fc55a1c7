import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pollRowLost: Fault = {
  id: 'P-poll-row-lost',
  title: 'a queued message is acknowledged and has no row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.deliverToPoll', () => async () => undefined)],
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
        'session-later-poll-three',
        'session-restart-poll',
        'v03-text-poll',
      ],
      clause: 'A.5',
      reason: /^nothing arrived at the runtime; .* is queued$/,
      outcome: 'dropped',
    },
  ],
};
