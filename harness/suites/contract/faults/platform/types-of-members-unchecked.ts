import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typesOfMembersUnchecked: Fault = {
  id: 'P-contract-member-types',
  title: 'members of another type are dropped',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const { summary, duration_ms, ...rest } = body ?? {};
      const texts = typeof summary === 'number' ? {} : { summary };
      const times = typeof duration_ms === 'string' ? {} : { duration_ms };
      return create(platform, workspaceId, body && { ...rest, ...texts, ...times });
    }),
  ),
  kills: [
    {
      cases: ['C.2-refuses@number-as-summary', 'C.2-refuses@text-as-duration'],
      reason: /^it is refused: 200/,
    },
  ],
};
