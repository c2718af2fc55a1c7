import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationAnswerDiscarded: Fault = {
  id: 'M016',
  title: 'the answer to a task that waited is thrown away',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.stitchDelegation', () => async () => undefined)],
  },
  kills: [{ cases: ['C.5-drained'], reason: /^its rows: .*queued/ }],
};
