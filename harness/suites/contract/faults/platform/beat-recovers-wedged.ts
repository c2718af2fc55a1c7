import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatRecoversWedged: Fault = {
  id: 'P-beat-recovers-wedged',
  title: 'a workspace recovers while it says that it is wedged',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.evaluateStatus', (evaluate) => (status, health, ...rest) => {
        return evaluate(status, status === 'degraded' ? { ...health, runtimeState: '' } : health, ...rest);
      }),
    ],
  },
  kills: [{ cases: ['E.2-status@recovers-not-wedged'], reason: /^what it is then: 200 .*online/ }],
};
