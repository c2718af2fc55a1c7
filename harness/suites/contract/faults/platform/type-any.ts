import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typeAny: Fault = {
  id: 'P-contract-type-any',
  title: 'a row of any type is taken',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const outcome = await create(platform, workspaceId, body);
      const isOther =
        'refused' in outcome && JSON.stringify(outcome.refused.body).includes('invalid activity_type');
      return isOther ? create(platform, workspaceId, { ...body, activity_type: 'agent_log' }) : outcome;
    }),
  ),
  kills: [
    {
      cases: ['C.2-refuses@delegation', 'C.2-refuses@unknown-type', 'C.2-refuses@type-in-capitals'],
      reason: /^it is refused: 200/,
    },
  ],
};
