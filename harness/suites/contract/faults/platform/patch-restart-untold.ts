import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const patchRestartUntold: Fault = {
  id: 'P-patch-restart-untold',
  title: 'a change does not say that it needs a restart',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.patchWorkspace', (patch) => async (...given) => {
        const outcome = await patch(...given);
        return 'body' in outcome ? { ...outcome, body: { status: 'updated' } } : outcome;
      }),
    ],
  },
  kills: [
    { cases: ['F.3-patch@dir-fine'], reason: /^it is changed: 200 / },
    { cases: ['F.3-patch-machine'], reason: /^this one is fine: 200 / },
  ],
};
