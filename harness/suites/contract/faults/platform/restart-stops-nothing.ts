import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const restartStopsNothing: Fault = {
  id: 'P-restart-stops-nothing',
  title: 'a restart starts another instance and lets the first one run',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.restartRequest', (restart) => (platform, ...given) => {
        const { controlPlane } = platform;
        return restart(
          { ...platform, controlPlane: controlPlane && { ...controlPlane, stop: async () => undefined } },
          ...given,
        );
      }),
    ],
  },
  kills: [
    { cases: ['F.6-restart'], reason: /^the calls: / },
    { cases: ['F.6-in-turn'], reason: /^the calls: / },
    { cases: ['F.6-stop-fails'], reason: /^its status: / },
  ],
};
