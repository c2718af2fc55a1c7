import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const acknowledgesAs202: Fault = {
  id: 'P-poll-acknowledged-202',
  title: 'a queued message is acknowledged with 202',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.pollShortCircuit', (queue) => async (call) => {
        const outcome = await queue(call);
        return outcome && 'body' in outcome ? { ...outcome, status: 202 } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['A.5-queued', 'A.5-method', 'A.5-never-pushed'], reason: /^the .*: 202 / }],
};
