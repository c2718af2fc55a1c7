import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const failedRowLost: Fault = {
  id: 'P-failed-row-lost',
  title: 'a message whose agent cannot be reached leaves no row',
  plant: { kind: 'service', service: 'platform', seams: [at('platform.logFailed', () => () => undefined)] },
  kills: [
    {
      cases: ['later-unreachable'],
      clause: 'A.12',
      reason: /^the activity has 0 rows of 1 messages$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-restart-unreachable'],
      clause: 'A.12',
      reason: /^the activity has 2 rows of 3 messages$/,
    },
  ],
};
