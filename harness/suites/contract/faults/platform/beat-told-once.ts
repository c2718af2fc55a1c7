import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatToldOnce: Fault = {
  id: 'P-beat-told-once',
  title: 'a heartbeat is told only when its task has changed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeatEvents', (tell) => (platform, beat, previous) => {
        if (beat.currentTask !== previous) tell(platform, beat, previous);
      }),
    ],
  },
  kills: [{ cases: ['E.2-told'], reason: /^its events: / }],
};
