import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationPolledCompleted: Fault = {
  id: 'P-delegation-polled-completed',
  title: 'a message that a target will fetch is taken for the answer to the task',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.judgeDelegation', (judge) => (reply, rules) => {
        const judged = judge(reply, rules);
        return judged.kind === 'queued' && reply.status === 200
          ? { kind: 'completed', text: reply.body.toString() }
          : judged;
      }),
    ],
  },
  kills: [
    { cases: ['C.5-waiting@polling'], reason: /^(its rows|the rows tell delivery_mode|what is told): / },
  ],
};
