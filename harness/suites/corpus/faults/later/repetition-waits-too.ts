import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const repetitionWaitsToo: Fault = {
  id: 'Q-repetition-waits-too',
  title: 'a message that waits already is put into the queue once more',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.idempotencyKey', () => () => undefined)],
  },
  kills: [
    {
      cases: ['session-later-repeated'],
      clause: 'B',
      reason: /^its repetition got another queue_id$/,
    },
    {
      cases: ['session-later-repeated'],
      clause: 'B',
      reason: /^it arrived 2 times$/,
    },
  ],
};
