import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typeGuessed: Fault = {
  id: 'P-contract-type-guessed',
  title: 'a row without a type is a log',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const type = body?.activity_type;
      const isTyped = typeof type === 'string' && type !== '';
      return create(platform, workspaceId, isTyped ? body : { ...body, activity_type: 'agent_log' });
    }),
  ),
  kills: [
    {
      cases: [
        'C.2-refuses@no-type',
        'C.2-refuses@empty-type',
        'C.2-refuses@number-as-type',
        'C.2-refuses@list',
      ],
      reason: /^it is refused: 200/,
    },
  ],
};
