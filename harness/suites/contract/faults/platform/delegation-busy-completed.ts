import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationBusyCompleted: Fault = {
  id: 'M015',
  title: 'a message that waits for a busy target is taken for the answer to the task',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.judgeDelegation', (judge) => (reply, rules) => {
        const judged = judge(reply, rules);
        return judged.kind === 'queued' && reply.status === 202
          ? { kind: 'completed', text: reply.body.toString() }
          : judged;
      }),
    ],
  },
  kills: [
    { cases: ['C.5-waiting@busy'], reason: /^(its rows|the rows tell busy|what is told): / },
    { cases: ['C.5-drained'], reason: /^(its rows|what is told last|the answer of the queue): / },
  ],
};
