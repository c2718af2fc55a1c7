import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueTimeOfAnyType: Fault = {
  id: 'P-queue-time-of-any-type',
  title: 'a time to live counts whatever it is written as',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.timeToLiveSeconds', () => (payload) => {
        const seconds = Number(Object(payload.params).expires_in_seconds);
        return seconds > 0 ? Math.trunc(seconds) : undefined;
      }),
    ],
  },
  kills: [
    {
      cases: ['B-expiry@text', 'B-expiry@list'],
      reason: /^whether it expires is told: 200 .*it has expires_at$/,
    },
  ],
};
