import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatTypesLenient: Fault = {
  id: 'P-beat-types-lenient',
  title: 'a heartbeat with members of a wrong type is taken',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', (beat) => async (platform, body, bearer) => {
        const outcome = await beat(platform, body, bearer);
        const isBad = 'refused' in outcome && outcome.refused.status === 400;
        return isBad && body ? { status: 200, body: { status: 'ok' } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['E.2-type'], reason: /^it is refused: 200 / }],
};
