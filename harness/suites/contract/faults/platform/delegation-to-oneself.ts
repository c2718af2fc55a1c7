import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationToOneself: Fault = {
  id: 'P-delegation-to-oneself',
  title: 'a workspace may hand a task to itself',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.delegate',
        (accept) => (platform, sourceId, body) =>
          accept(platform, body?.target_id === sourceId ? sourceId.toUpperCase() : sourceId, body),
      ),
    ],
  },
  kills: [{ cases: ['C.5-self'], reason: /^it is refused: 202 / }],
};
