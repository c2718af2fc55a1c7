import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const noCanaryMode: Fault = {
  id: 'M172',
  title: 'the runtime does not know canary mode',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.fixedLine', (fixedLine) => () => fixedLine(false))],
  },
  kills: [
    {
      cases: ['canary-mode'],
      clause: 'J',
      reason: /^turn 1: the agent answered "I have nothing to say to that\."$/,
    },
  ],
};
