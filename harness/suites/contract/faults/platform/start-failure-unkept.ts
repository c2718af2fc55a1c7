import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startFailureUnkept: Fault = {
  id: 'M135',
  title: 'the row of a failed start does not say why',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.moveStatus',
        (move) =>
          (platform, id, { sampleError: _unsaid, ...wanted }) =>
            move(platform, id, wanted),
      ),
    ],
  },
  kills: [{ cases: ['F.5-fails'], reason: /^its row: .*last_sample_error/ }],
};
