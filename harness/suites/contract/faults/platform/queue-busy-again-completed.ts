import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueBusyAgainCompleted: Fault = {
  id: 'P-queue-busy-again-completed',
  title: 'an agent that is busy again counts as having got the message',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.settleItem', (settle) => (platform, item) => settle(platform, item, undefined))],
  },
  kills: [{ cases: ['B-still-busy'], reason: /^its status: / }],
};
