import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const lostOnRestart: Fault = {
  id: 'K-lost-on-restart',
  title: 'sessions end with the process',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [at('canary.restored', () => () => [])],
  },
  kills: [
    { cases: ['restart-and-two-turns'], clause: 'J', reason: /"I do not know your name\. Your town is/ },
  ],
};
