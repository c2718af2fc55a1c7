import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueTimeIgnored: Fault = {
  id: 'M102',
  title: 'a message that waits never expires',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.timeToLiveSeconds', () => () => undefined)],
  },
  kills: [
    { cases: ['B-expiry@positive'], reason: /^whether it expires is told: 200 / },
    { cases: ['B-expired-unsent'], reason: /^requests to the agent: 2;/ },
  ],
};
