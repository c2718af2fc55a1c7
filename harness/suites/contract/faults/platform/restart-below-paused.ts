import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const restartBelowPaused: Fault = {
  id: 'P-restart-below-paused',
  title: 'a workspace is restarted below a paused parent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.pausedAncestor', () => async () => undefined)],
  },
  kills: [{ cases: ['F.6-restart-below-paused'], reason: /^it is refused: 200 / }],
};
