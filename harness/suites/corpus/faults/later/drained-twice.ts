import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { waitsInQueue } from '../where.ts';

export const drainedTwice: Fault = {
  id: 'Q-drained-twice',
  title: 'what waits is sent twice when the agent is free',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.sendItem', (send) => async (...given) => {
        await send(...given);
        return send(...given);
      }),
    ],
  },
  kills: [
    { cases: waitsInQueue, reason: /^it arrived [2-9] times$/ },
    {
      cases: RESTARTED_IN_FLIGHT,
      reason: /^it arrived [2-9] times$/,
    },
  ],
};
