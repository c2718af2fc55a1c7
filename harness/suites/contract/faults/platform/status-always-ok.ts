import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const statusAlwaysOk: Fault = {
  id: 'P-contract-status-always-ok',
  title: 'the status of every log is ok',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) =>
        write(platform, activity.type === 'agent_log' ? { ...activity, status: 'ok' } : activity),
    ),
  ),
  kills: [{ cases: ['C.2-keeps@status'], reason: /\.status/ }],
};
