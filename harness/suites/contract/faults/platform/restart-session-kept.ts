import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const restartSessionKept: Fault = {
  id: 'P-restart-session-kept',
  title: 'the wish to reset the session is not heard',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.restartRequest', (restart) => (platform, id) => restart(platform, id, false))],
  },
  kills: [{ cases: ['F.6-reset@query', 'F.6-reset@body'], reason: /^it is told: 200 / }],
};
