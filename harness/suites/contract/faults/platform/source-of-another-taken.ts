import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const sourceOfAnotherTaken: Fault = {
  id: 'P-contract-source-of-another',
  title: 'a row in the name of another is taken',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const { source_id: _other, ...rest } = body ?? {};
      return create(platform, workspaceId, body && rest);
    }),
  ),
  kills: [{ cases: ['C.2-refuses@source-of-another'], reason: /^it is refused: 200/ }],
};
