import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationRetriedAtOnce: Fault = {
  id: 'P-delegation-retried-at-once',
  title: 'an agent that answered an error is asked a second time',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.mayRetryDelegation', () => (judged) => judged.kind === 'failed'),
      at('platform.delegationRetryDelayMs', () => () => 0),
    ],
  },
  kills: [
    { cases: ['C.5-agent-502', 'C.5-agent-500'], reason: /^requests to the agent: 2;/ },
    {
      cases: ['C.5-repeated-after-failure'],
      reason: /^(it is accepted anew|its rows|it has the same number|requests to the agent): /,
    },
  ],
};
