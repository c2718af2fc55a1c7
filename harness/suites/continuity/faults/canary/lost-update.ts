import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const lostUpdate: Fault = {
  id: 'K-lost-update',
  title: 'of two turns at once the one that ends last overwrites the other',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.inTurn', () => (_key, work) => work()),
      at('canary.think', (think) => (lines, canaryMode) => {
        const thought = think(lines, canaryMode);
        return /code is/.test(lines.at(-1)?.text ?? '') ? { ...thought, pauseMs: 500 } : thought;
      }),
    ],
  },
  kills: [
    {
      cases: ['two-turns-at-once'],
      clause: 'J',
      reason:
        /^turn 2: the agent answered "(I do not know your first code\. Your second code is|Your first code is \w+\. I do not know your second)/,
    },
  ],
};
