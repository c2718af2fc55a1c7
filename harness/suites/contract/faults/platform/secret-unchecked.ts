import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretUnchecked: Fault = {
  id: 'P-secret-unchecked',
  title: 'a secret without a key or value is accepted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.saveSecret', (save) => async (platform, id, body) => {
        const outcome = await save(platform, id, body);
        const odd = 'refused' in outcome && outcome.refused.status === 400;
        return odd ? { status: 200, body: { status: 'saved' } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['F.7-refused'], reason: /^it is refused: 200 / }],
};
