import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationRawAnswer: Fault = {
  id: 'P-delegation-raw-answer',
  title: 'the answer to a task is the whole document of the agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.judgeDelegation', (judge) => (reply, rules) => {
        const judged = judge(reply, rules);
        return judged.kind === 'completed' ? { ...judged, text: String(reply.agent) } : judged;
      }),
    ],
  },
  kills: [
    { cases: ['C.5-completed'], reason: /^its rows: / },
    { cases: ['C.5-answer@unicode'], reason: /^its row: / },
  ],
};
