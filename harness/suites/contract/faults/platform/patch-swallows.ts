import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const patchSwallows: Fault = {
  id: 'P-patch-swallows',
  title: 'a change of a wrong type is swallowed, and said to be done',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.patchWorkspace', (patch) => async (...given) => {
        const outcome = await patch(...given);
        const isInvalid =
          'refused' in outcome &&
          Reflect.get(Object(outcome.refused.body), 'error') === 'invalid workspace fields';
        return isInvalid ? { status: 200, body: { status: 'updated' } } : outcome;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'F.3-patch@tier-text',
        'F.3-patch@tier-fraction',
        'F.3-patch@parent-impossible',
        'F.3-patch@parent-unknown',
        'F.3-patch@runtime-long',
        'F.3-patch@runtime-line',
      ],
      reason: /^it is refused: 200 /,
    },
  ],
};
