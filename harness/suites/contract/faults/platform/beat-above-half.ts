import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatAboveHalf: Fault = {
  id: 'P-beat-above-half',
  title: 'an error rate of exactly a half is fine',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.evaluateStatus', (evaluate) => (status, health, ...rest) => {
        return evaluate(
          status,
          { ...health, errorRate: health.errorRate === 0.5 ? 0.49 : health.errorRate },
          ...rest,
        );
      }),
    ],
  },
  kills: [{ cases: ['E.2-status@rate-half'], reason: /^what it is then: 200 .*online/ }],
};
