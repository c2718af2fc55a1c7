import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const taskRetriedEarly: Fault = {
  id: 'P-task-retried-early',
  title: 'a task that nobody got is sent again after 5 s',
  plant: onPlatform(at('platform.delegationRetryDelayMs', () => () => 5_000)),
  kills: [{ cases: ['C.5-retry@empty-502'], reason: /^requests 5 s later: 2;/ }],
};
