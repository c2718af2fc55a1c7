import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationUnchecked: Fault = {
  id: 'P-delegation-unchecked',
  title: 'a task without a target is accepted',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.delegate', (accept) => async (platform, sourceId, body) => {
        const outcome = await accept(platform, sourceId, body);
        const id = platform.newId();
        return 'refused' in outcome && outcome.refused.status === 400
          ? { status: 202, body: { delegation_id: id, status: 'delegated' } }
          : outcome;
      }),
    ],
  },
  kills: [{ cases: ['C.5-refused', 'C.5-self'], reason: /^it is refused: 202 / }],
};
