import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const issuedInVain: Fault = {
  id: 'K-issued-in-vain',
  title: 'the contextId that a task is told to have is not the one by which it is kept',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.said', (saidAs) => (answer) => {
        const text = JSON.stringify(saidAs(answer));
        return JSON.parse(text.replaceAll(/"contextId":"[^"]*"/g, `"contextId":"${crypto.randomUUID()}"`));
      }),
    ],
  },
  kills: [
    {
      cases: ['issued-context'],
      clause: 'J',
      reason: /^turn 2: the agent answered "I do not know your name\."$/,
    },
  ],
};
