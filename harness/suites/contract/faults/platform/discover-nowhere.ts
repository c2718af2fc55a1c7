import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const discoverNowhere: Fault = {
  id: 'P-contract-discover-nowhere',
  title: 'a workspace without an address is discovered',
  plant: onPlatform(
    at('platform.discover', (original) => async (...given) => {
      const outcome = await original(...given);
      return 'refused' in outcome && JSON.stringify(outcome.refused.body).includes('workspace not available')
        ? { status: 200, body: { url: '' } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['E.4-address@none'], reason: /^what is answered: 200/ }],
};
