import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatWaitGoesOn: Fault = {
  id: 'P-beat-wait-goes-on',
  title: 'a heartbeat does not end the wait for an agent',
  rule: 'heartbeatEndsWaiting',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.evaluateStatus', (evaluate) => (status, ...rest) => {
        return status === 'awaiting_agent' ? undefined : evaluate(status, ...rest);
      }),
    ],
  },
  kills: [{ cases: ['E.2-awaited'], reason: /^it is online: 200 .*awaiting_agent/ }],
};
