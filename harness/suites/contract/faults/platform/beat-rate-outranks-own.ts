import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatRateOutranksOwn: Fault = {
  id: 'M051',
  title: 'the error rate changes the status of a workspace that sees to it itself',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.evaluateStatus',
        (evaluate) => (status, health, _own, rules) => evaluate(status, health, false, rules),
      ),
    ],
  },
  kills: [
    { cases: ['E.2-status@own-rate', 'E.2-status@own-recovers-not'], reason: /^what it is then: 200 / },
  ],
};
