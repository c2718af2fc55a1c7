import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const sourceUnwritten: Fault = {
  id: 'P-contract-source-unwritten',
  title: 'who has spoken is not written down',
  plant: onPlatform(
    at(
      'platform.writeActivity',
      (write) => (platform, activity) => write(platform, { ...activity, sourceId: undefined }),
    ),
  ),
  kills: [
    {
      cases: ['self', 'sibling', 'bearer-alone', 'administrator-for-another'].map(
        (row) => `A.2-speaks@${row}`,
      ),
      reason: /^its row: .*source_id/,
    },
  ],
};
