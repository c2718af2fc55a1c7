import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const slowAgentHangs: Fault = {
  id: 'R-slow-agent-hangs',
  title: 'a slow agent never answers',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at(
        'runtime.admit',
        (admit) => (setup, agent) => (setup.mode === 'slow' ? { act: 'hang' } : admit(setup, agent)),
      ),
    ],
  },
  deadlineMs: 3000,
  kills: [
    {
      cases: ['v03-slow-agent'],
      clause: 'A.8',
      reason: /\(HANG: no complete reply within 3000 ms\)$/,
      outcome: 'hang',
    },
  ],
};
