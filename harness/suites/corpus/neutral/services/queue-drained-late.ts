import { setTimeout as delay } from 'node:timers/promises';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** Longer than an agent waits for a message before it says once more that it is free. */
const LATER_MS = 3_000;

export const queueDrainedLate: Neutral = {
  id: 'N-queue-drained-late',
  title: 'what waits is sent some time after the heartbeat that asks for it',
  touches: ({ facets }) => facets.expected === 'delivered-later' && facets.agent !== 'poll',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.takeItem', (take) => async (...given) => {
        await delay(LATER_MS);
        return take(...given);
      }),
    ],
  },
};
