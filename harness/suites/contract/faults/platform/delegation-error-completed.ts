import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationErrorCompleted: Fault = {
  id: 'P-delegation-error-completed',
  title: 'an answer that is no message makes a task fail',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.judgeDelegation', (judge) => (reply, rules) => {
        const judged = judge(reply, rules);
        const odd = judged.kind === 'completed' && /error|<p>/.test(judged.text);
        return odd ? { kind: 'failed', error: 'no message', mayRetry: false } : judged;
      }),
    ],
  },
  kills: [{ cases: ['C.5-answer@html', 'C.5-answer@error-object'], reason: /^its row: .*failed/ }],
};
