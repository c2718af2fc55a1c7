import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const modelOfDefault: Fault = {
  id: 'P-model-of-default',
  title: 'a model that was saved is told as the usual one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.readModel', (read) => async (platform, id) => {
        const outcome = await read(platform, id);
        return 'body' in outcome
          ? { ...outcome, body: { ...Object(outcome.body), source: 'default' } }
          : outcome;
      }),
    ],
  },
  kills: [{ cases: ['F.7-model'], reason: /^it is there: 200 / }],
};
