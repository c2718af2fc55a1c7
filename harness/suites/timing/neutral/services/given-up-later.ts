import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const givenUpLater: Neutral = {
  id: 'N-timing-given-up-later',
  title: 'the platform gives an agent half a second more than it has to',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.idleTimeoutMs',
        (limit) =>
          (...given) =>
            limit(...given) + 500,
      ),
    ],
  },
};
