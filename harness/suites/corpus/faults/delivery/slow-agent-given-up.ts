import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const slowAgentGivenUp: Fault = {
  id: 'P-slow-agent-given-up',
  title: 'an agent that thinks for long is given up',
  plant: { kind: 'service', service: 'platform', seams: [at('platform.idleTimeoutMs', () => () => 350)] },
  kills: [
    {
      cases: ['v03-slow-agent'],
      clause: 'A.8',
      reason: /HTTP 202 and was told that the message is queued$/,
      outcome: 'delivered',
    },
  ],
};
