import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationQueuedWithoutId: Fault = {
  id: 'M017',
  title: 'the row of a task that waits does not say which one it is',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.queuedDelegationRow', (row) => (origin) => ({
        ...row(origin),
        responseBody: '{"queued":true}',
        delegationId: undefined,
      })),
    ],
  },
  kills: [
    { cases: ['C.5-waiting'], reason: /^its rows: / },
    { cases: ['C.5-drained'], reason: /^(its rows|what is told last|the answer of the queue): / },
  ],
};
