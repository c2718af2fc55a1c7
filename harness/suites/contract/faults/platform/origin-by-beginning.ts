import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const originByBeginning: Fault = {
  id: 'P-origin-by-beginning',
  title: 'an origin passes that begins like one that may',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.applyCors', (apply) => (config, request, reply) => {
        const { origin = '' } = request.headers;
        const begins = config.corsOrigins.some((each) => origin.startsWith(each));
        return begins
          ? apply({ ...config, corsOrigins: [origin] }, request, reply)
          : apply(config, request, reply);
      }),
    ],
  },
  kills: [{ cases: ['C.4-origin@below-foreign'], reason: /^it is refused without a word: 200 / }],
};
