import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { pushTo } from '../push-to.ts';
import { waitsInQueue } from '../where.ts';

export const busyAskedTwice: Fault = {
  id: 'Q-busy-asked-twice',
  title: 'a busy agent is asked once more before its message is put into the queue',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.enqueue', (enqueue) => async (call) => {
        await pushTo(call.target.url, call.bytes);
        return enqueue(call);
      }),
    ],
  },
  kills: [{ cases: waitsInQueue, clause: 'A.10', reason: /^the agent was asked 2 times$/ }],
};
