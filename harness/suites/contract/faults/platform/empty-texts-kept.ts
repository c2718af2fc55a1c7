import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const emptyTextsKept: Fault = {
  id: 'P-contract-empty-texts-kept',
  title: 'texts that are empty are kept',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) =>
        write(
          platform,
          activity.type === 'agent_log'
            ? { ...activity, method: activity.method ?? '', summary: activity.summary ?? '' }
            : activity,
        ),
    ),
  ),
  kills: [{ cases: ['C.2-keeps@empty-texts'], reason: /^its row: / }],
};
