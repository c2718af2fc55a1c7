import { setTimeout as delay } from 'node:timers/promises';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const COMMIT_MS = 80;

export const databaseSlow: Neutral = {
  id: 'N-database-slow',
  title: 'rows take their time to be committed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => async (...given) => {
        await delay(COMMIT_MS);
        return write(...given);
      }),
    ],
  },
};
