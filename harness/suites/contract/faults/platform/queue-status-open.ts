import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueStatusOpen: Fault = {
  id: 'P-queue-status-open',
  title: 'a message is shown to every workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.maySeeQueueItem', () => () => true)],
  },
  kills: [
    {
      cases: ['B-stranger@header-of-parent', 'B-stranger@bearer-of-parent', 'B-stranger@header-no-uuid'],
      reason: /^it is not found: 200 /,
    },
  ],
};
