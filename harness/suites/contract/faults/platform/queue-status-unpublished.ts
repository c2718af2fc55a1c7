import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueStatusUnpublished: Fault = {
  id: 'M100',
  title: 'nobody can ask how a message fares that waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.queueStatus', () => async () => ({
        status: 404,
        body: { error: 'queue item not found' },
      })),
    ],
  },
  kills: [
    { cases: ['B-status', 'B-status-path'], reason: /^the status is told: 404 / },
    { cases: ['B-expiry'], reason: /^whether it expires is told: 404 / },
    { cases: ['B-drained', 'B-still-busy'], reason: /^its status: (undefined|\{.error)/ },
    { cases: ['B-expired-unsent', 'B-stale-no-admin'], reason: /^it waits still: 404 / },
    { cases: ['B-stale-dropped'], reason: /^the old one is dropped: 404 / },
  ],
};
