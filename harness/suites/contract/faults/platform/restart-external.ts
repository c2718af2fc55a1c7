import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const restartExternal: Fault = {
  id: 'P-restart-external',
  title: 'an external workspace is restarted like any other',
  rule: 'leavesExternalRunning',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.restartRequest', (restart) => (platform, ...given) => {
        return restart({ ...platform, rules: { ...platform.rules, leavesExternalRunning: false } }, ...given);
      }),
    ],
  },
  kills: [{ cases: ['F.6-restart-external'], reason: /^nothing is done: 200 .*/ }],
};
