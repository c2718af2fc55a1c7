import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const durationOf32Bits: Fault = {
  id: 'P-contract-duration-of-32-bits',
  title: 'a duration has 32 bits',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) =>
        write(
          platform,
          activity.type === 'agent_log'
            ? {
                ...activity,
                durationMs:
                  activity.durationMs === undefined
                    ? undefined
                    : Math.min(Number(activity.durationMs), 2_147_483_647),
              }
            : activity,
        ),
    ),
  ),
  kills: [{ cases: ['C.2-keeps@long-duration'], reason: /duration_ms/ }],
};
