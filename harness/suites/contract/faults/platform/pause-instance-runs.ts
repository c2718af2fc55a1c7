import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pauseInstanceRuns: Fault = {
  id: 'P-pause-instance-runs',
  title: 'the instance of a paused workspace runs on',
  rule: 'pauseStopsInstance',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.pauseWorkspace',
        (pause) => (platform, id) => pause({ ...platform, controlPlane: undefined }, id),
      ),
    ],
  },
  kills: [{ cases: ['F.6-pause-stops'], reason: /^the call: undefined/ }],
};
