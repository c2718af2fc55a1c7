import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { waitsInQueue } from '../where.ts';

export const drainedUnsent: Fault = {
  id: 'Q-drained-unsent',
  title: 'what waits is taken out of the queue, and sent to nobody',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.sendItem', () => async () => undefined)],
  },
  kills: [
    {
      cases: waitsInQueue,
      reason: /^nothing arrived at the runtime; the sender got HTTP 202/,
      outcome: 'dropped',
    },
    {
      cases: RESTARTED_IN_FLIGHT,
      reason: /^nothing arrived at the runtime; the sender got HTTP 202/,
    },
  ],
};
