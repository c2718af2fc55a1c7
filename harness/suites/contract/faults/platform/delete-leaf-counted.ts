import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const deleteLeafCounted: Fault = {
  id: 'P-contract-delete-leaf-counted',
  title: 'a leaf counts itself when it is removed',
  plant: onPlatform(
    at('platform.deleteWorkspace', (original) => async (...given) => {
      const outcome = await original(...given);
      return !('refused' in outcome) && Object(outcome.body).cascade_deleted === 0
        ? { ...outcome, body: { ...Object(outcome.body), cascade_deleted: 1 } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.4-leaf'], reason: /^it is removed: 200/ }],
};
