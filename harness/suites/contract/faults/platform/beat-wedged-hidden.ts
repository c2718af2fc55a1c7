import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatWedgedHidden: Fault = {
  id: 'M052',
  title: 'a workspace that sees to its status itself is never wedged',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.evaluateStatus', (evaluate) => (status, health, managesItself, rules) => {
        return managesItself ? undefined : evaluate(status, health, managesItself, rules);
      }),
    ],
  },
  kills: [{ cases: ['E.2-status@own-wedged'], reason: /^what it is then: 200 .*online/ }],
};
