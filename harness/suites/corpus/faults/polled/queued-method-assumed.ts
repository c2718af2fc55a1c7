import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queuedMethodAssumed: Fault = {
  id: 'P-queued-method-assumed',
  title: 'every polled message is acknowledged as a plain send',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.pollShortCircuit', (queue) => (call) => queue({ ...call, method: 'message/send' }))],
  },
  kills: [
    {
      cases: ['poll-stream'],
      clause: 'A.5',
      reason: /was told that the message is queued$/,
      outcome: 'delivered',
    },
  ],
};
