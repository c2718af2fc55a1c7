import { setTimeout as delay } from 'node:timers/promises';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const LATE_MS = 60;

export const acknowledgedLate: Neutral = {
  id: 'N-contract-acknowledged-late',
  title: 'a queued message is acknowledged a while after its row was written',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deliverToPoll', (deliver) => async (call, name) => {
        await deliver(call, name);
        await delay(LATE_MS);
      }),
    ],
  },
};
