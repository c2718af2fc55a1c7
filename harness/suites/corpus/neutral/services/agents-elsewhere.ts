import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ELSEWHERE, mustBeElsewhere } from '../elsewhere.ts';

export const agentsElsewhere: Neutral = {
  id: 'N-agents-elsewhere',
  title: 'runtimes run in another time zone and language',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    env: ELSEWHERE,
    seams: [
      at('runtime.capture', (capture) => {
        mustBeElsewhere();
        return capture;
      }),
    ],
  },
};
