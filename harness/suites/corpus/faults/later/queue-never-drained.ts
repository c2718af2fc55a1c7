import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { waitsInQueue } from '../where.ts';

export const queueNeverDrained: Fault = {
  id: 'Q-queue-never-drained',
  title: 'what waits for a busy agent is never sent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.takeItem', () => async () => undefined)],
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
