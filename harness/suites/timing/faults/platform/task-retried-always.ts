import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const taskRetriedAlways: Fault = {
  id: 'P-task-retried-always',
  title: 'a task whose target has answered, or is busy, is sent again',
  plant: onPlatform(at('platform.mayRetryDelegation', () => () => true)),
  kills: [
    {
      cases: ['C.5-retry@told-502', 'C.5-retry@told-500', 'C.5-retry@busy', 'C.5-retry@answered'],
      reason: /^requests 12 s later: 2;/,
    },
  ],
};
