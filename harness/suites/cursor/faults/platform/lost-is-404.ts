import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const lostIs404: Fault = {
  id: 'P-cursor-lost-is-404',
  title: 'a cursor that is not there is 404, as if there were no log',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.listActivity', (list) => async (...given) => {
        const outcome = await list(...given);
        if (!('refused' in outcome) || outcome.refused.status !== 410) return outcome;
        return { refused: { ...outcome.refused, status: 404 } };
      }),
    ],
  },
  kills: [{ cases: ['unknown', 'foreign'], clause: 'C.1', reason: /^404 / }],
};
