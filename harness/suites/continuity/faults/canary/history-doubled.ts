import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const historyDoubled: Fault = {
  id: 'K-history-doubled',
  title: 'the model is given what was said before twice',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.prompt', (promptOf) => (session, now) => promptOf([...session, ...session], now))],
  },
  kills: [
    {
      cases: ['prompt-growth'],
      clause: 'J',
      reason: /^turn 4: the model was given "Hi, my name is \w+\." 2 times/,
    },
  ],
};
