import { setTimeout as delay } from 'node:timers/promises';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const slow: Neutral = {
  id: 'N-runtime-slow',
  title: 'every answer takes its time',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, answer) => {
        await delay(200);
        await publish(bus, ids, answer);
      }),
    ],
  },
};
