import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { refused } from '../broken.ts';

export const downForGood: Fault = {
  id: 'P-down-for-good',
  title: 'an agent that was out of reach once is not asked any more',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => {
        const down = new Set<string>();
        return async (call) => {
          if (down.has(call.targetId)) return { kind: 'unreachable', error: refused() };
          const outcome = await dispatch(call);
          const error = 'kind' in outcome && outcome.kind === 'unreachable' && outcome.error;
          if (Reflect.get(Object(error), 'code') === 'ECONNREFUSED') down.add(call.targetId);
          return outcome;
        };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-unreachable'],
      clause: 'A.10',
      reason: /^nothing arrived at the runtime; .*"failed to reach workspace agent"$/,
    },
  ],
};
