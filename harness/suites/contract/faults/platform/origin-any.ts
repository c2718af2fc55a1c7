import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const originAny: Fault = {
  id: 'P-origin-any',
  title: 'a page of any origin may ask',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.applyCors', (apply) => (config, request, reply) => {
        const outcome = apply(config, request, reply);
        return outcome && 'refused' in outcome ? undefined : outcome;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'C.4-origin@health-foreign',
        'C.4-origin@socket-foreign',
        'C.4-origin@unknown-foreign',
        'C.4-origin@read-foreign',
        'C.4-origin@https-foreign',
        'C.4-origin@below-foreign',
      ],
      reason: /^it is refused without a word: (?!403)/,
    },
  ],
};
