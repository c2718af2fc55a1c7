import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatRecoversAtTenth: Fault = {
  id: 'P-beat-recovers-at-tenth',
  title: 'a workspace recovers at an error rate of a tenth',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.evaluateStatus', (evaluate) => (status, health, ...rest) => {
        return evaluate(
          status,
          { ...health, errorRate: health.errorRate === 0.1 ? 0 : health.errorRate },
          ...rest,
        );
      }),
    ],
  },
  kills: [{ cases: ['E.2-status@recovers-not-at-tenth'], reason: /^what it is then: 200 .*online/ }],
};
