import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const restartStartUnawaited: Fault = {
  id: 'M067',
  title: 'a restart is over before its start is, and the next one stops what is being started',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.provision', (provision) => async (...given) => {
        provision(...given).catch(() => undefined);
      }),
    ],
  },
  kills: [
    {
      cases: ['F.6-in-turn'],
      reason: /^(the calls: |the next stop waits until that start is answered: false)/,
    },
  ],
};
