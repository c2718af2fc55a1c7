import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const deleteBadIdUnknown: Fault = {
  id: 'P-contract-delete-bad-id',
  title: 'an id that is none is not found by a delete',
  plant: onPlatform(
    at('platform.deleteWorkspace', (original) => async (...given) => {
      const outcome = await original(...given);
      return 'refused' in outcome &&
        outcome.refused.status === 400 &&
        JSON.stringify(outcome.refused.body).includes('invalid workspace ID')
        ? { refused: { ...outcome.refused, status: 404 } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.4-not-uuid'], reason: /^it is refused: 404/ }],
};
