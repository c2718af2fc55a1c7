import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueNeverSent: Fault = {
  id: 'P-queue-never-sent',
  title: 'a heartbeat brings nothing of what waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.takeItem', () => async () => undefined)],
  },
  kills: [
    { cases: ['B-drained'], reason: /^(the text arrives|its status): undefined;/ },
    { cases: ['B-expiry'], reason: /^it is sent: 1;/ },
    { cases: ['B-drained-one', 'B-still-busy'], reason: /^requests to the agent: / },
  ],
};
