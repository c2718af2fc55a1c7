import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const unknownTarget500: Fault = {
  id: 'P-contract-unknown-target-500',
  title: 'an unknown workspace is an error of the platform',
  plant: onPlatform(
    at('platform.lookUpTarget', (find) => async (...given) => {
      const found = await find(...given);
      return 'refused' in found ? { refused: { ...Object(found.refused), status: 500 } } : found;
    }),
  ),
  kills: [{ cases: ['A.1-order@unknown-last'], reason: /^what comes first decides: 500/ }],
};
