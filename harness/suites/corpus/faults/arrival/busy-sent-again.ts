import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { pushTo } from '../push-to.ts';
import { waitsInQueue } from '../where.ts';

export const busySentAgain: Fault = {
  id: 'P-busy-sent-again',
  title: 'a message that was queued for a busy agent is sent again at once',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.enqueue', (enqueue) => async (call) => {
        setTimeout(() => pushTo(call.target.url, call.bytes), 1_000);
        return enqueue(call);
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-text-busy'],
      clause: 'A.10',
      reason: /^the runtime got 2 requests by push for 1 messages$/,
    },
    {
      cases: waitsInQueue,
      clause: 'B',
      reason: /^the runtime got [2-9] requests by push for [1-3] messages$/,
    },
    {
      cases: ['session-restart-in-flight', 'session-restart-in-flight-caller'],
      clause: 'A.7',
      reason: /^the runtime got 4 requests by push for 3 messages$/,
    },
  ],
};
