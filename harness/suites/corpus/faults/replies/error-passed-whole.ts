import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const errorPassedWhole: Fault = {
  id: 'P-error-passed-whole',
  title: 'everything that an agent says beside its error is passed on',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.mapResult', (map) => (status, body, rules) => {
        const reply = map(status, body, rules);
        return status >= 300 && body.toString().startsWith('{') ? { ...reply, body } : reply;
      }),
    ],
  },
  kills: [
    {
      cases: ['agent-error-told'],
      clause: 'A.9',
      reason: /^the body of the reply is that of the agent, as it was$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['agent-failure-worded'],
      clause: 'A.9',
      reason: /^the body of the reply is that of the agent, as it was$/,
      outcome: 'rejected-opaque',
    },
  ],
};
