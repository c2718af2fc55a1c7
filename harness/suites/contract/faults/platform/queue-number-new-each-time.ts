import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueNumberNewEachTime: Fault = {
  id: 'P-queue-number-new-each-time',
  title: 'a message that waits already gets another number',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.idempotencyKey', () => () => undefined)],
  },
  kills: [{ cases: ['B-repeated'], reason: /^the same number is told: 202 / }],
};
