import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const readStatusesSwapped: Fault = {
  id: 'P-contract-read-statuses',
  title: 'who asks for nobody is told that his question was wrong, and the other way round',
  plant: onPlatform(
    at('platform.readWorkspace', (read) => async (...given) => {
      const outcome = await read(...given);
      if (!('refused' in outcome)) return outcome;
      const { status } = outcome.refused;
      const other = status === 400 ? 404 : status === 404 ? 400 : status;
      return { refused: { ...outcome.refused, status: other } };
    }),
  ),
  kills: [{ cases: (planned) => planned.id.startsWith('contract/F.3-read@'), reason: /^it is refused: 40/ }],
};
