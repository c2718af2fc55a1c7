import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pollDispatched: Fault = {
  id: 'M114',
  title: 'a message for a polling workspace is dispatched',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.pollShortCircuit', () => async () => undefined)],
  },
  kills: [
    {
      cases: ['later-poll', 'session-later-poll-three', 'session-restart-poll'],
      clause: 'A.5',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
    {
      cases: [
        'hg-content-string-poll',
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
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};
