import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const streamMessageUnruled: Fault = {
  id: 'P-stream-unruled',
  title: 'the rules for messages hold for plain sends alone',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.requiresMessageBody',
        (requires) => (envelope) => envelope.method !== 'message/stream' && requires(envelope),
      ),
    ],
  },
  kills: [
    {
      cases: ['hg-stream-content@0.3'],
      clause: 'A.4',
      reason: /^params\.message\.|error -32602|text lost|parts/,
      outcome: 'dropped',
    },
    {
      cases: ['hg-stream-content@strict'],
      clause: 'A.4',
      reason: /^params\.message\.|error -32602|text lost|parts/,
      outcome: 'rejected-loud',
    },
  ],
};
