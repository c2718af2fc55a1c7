import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationEmptyCompleted: Fault = {
  id: 'P-delegation-empty-completed',
  title: 'an empty answer completes a task',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.judgeDelegation',
        (judge) => (reply, rules) =>
          reply.agent?.length === 0 ? { kind: 'completed', text: '' } : judge(reply, rules),
      ),
    ],
  },
  kills: [{ cases: ['C.5-answer-empty'], reason: /^its rows: .*completed/ }],
};
