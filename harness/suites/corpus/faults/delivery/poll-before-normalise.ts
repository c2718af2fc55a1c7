import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const raw = new WeakMap<object, Buffer>();

export const pollBeforeNormalise: Fault = {
  id: 'M116',
  title: 'the short-circuit for polling comes before normalisation',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.normalise', (normalise) => (body, ...rest) => {
        const normalised = normalise(body, ...rest);
        if ('payload' in normalised) raw.set(normalised.payload, Buffer.from(body));
        return normalised;
      }),
      at(
        'platform.pollShortCircuit',
        (queue) => (call) => queue({ ...call, method: '', bytes: raw.get(call.payload) ?? call.bytes }),
      ),
    ],
  },
  kills: [
    {
      cases: ['hg-content-string-poll'],
      clause: 'A.5',
      reason: /was told that the message is queued$/,
      outcome: 'dropped',
    },
    {
      cases: [
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
      reason: /was told that the message is queued$/,
      outcome: 'delivered',
    },
  ],
};
