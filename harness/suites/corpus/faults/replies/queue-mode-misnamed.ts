import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { fieldsOf } from '../request.ts';

export const queueModeMisnamed: Fault = {
  id: 'P-queue-mode-misnamed',
  title: 'a polled message is acknowledged as a pushed one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.pollShortCircuit', (poll) => async (call) => {
        const outcome = await poll(call);
        if (!outcome || 'refused' in outcome) return outcome;
        return { ...outcome, body: { ...fieldsOf(outcome.body), delivery_mode: 'push' } };
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
        'session-later-poll-three',
        'session-restart-poll',
        'v03-text-poll',
      ],
      clause: 'A.5',
      reason: /^the delivery mode of the reply is "push"$/,
      outcome: 'delivered',
    },
  ],
};
