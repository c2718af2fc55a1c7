import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const taskNeverRetried: Fault = {
  id: 'P-task-never-retried',
  title: 'a task that nobody got is not sent again',
  plant: onPlatform(at('platform.mayRetryDelegation', () => () => false)),
  kills: [{ cases: ['C.5-retry@empty-502'], reason: /^requests 12 s later: 1;/ }],
};
