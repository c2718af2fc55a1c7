import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ELSEWHERE, mustBeElsewhere } from '../elsewhere.ts';

export const platformElsewhere: Neutral = {
  id: 'N-platform-elsewhere',
  title: 'the platform runs in another time zone and language',
  plant: {
    kind: 'service',
    service: 'platform',
    env: ELSEWHERE,
    seams: [
      at('platform.normalise', (normalise) => {
        mustBeElsewhere();
        return normalise;
      }),
    ],
  },
};
