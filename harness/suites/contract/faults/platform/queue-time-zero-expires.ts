import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueTimeZeroExpires: Fault = {
  id: 'P-queue-time-zero-expires',
  title: 'a message without a time to live expires at once',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.timeToLiveSeconds', (read) => (payload, rules) => {
        const { expires_in_seconds: given } = Object(payload.params);
        return typeof given === 'number' && given <= 0 ? 0.001 : read(payload, rules);
      }),
    ],
  },
  kills: [
    {
      cases: ['B-expiry@zero', 'B-expiry@negative'],
      reason: /^(whether it expires is told: 200 .*it has expires_at|it is sent: 1;)/,
    },
  ],
};
