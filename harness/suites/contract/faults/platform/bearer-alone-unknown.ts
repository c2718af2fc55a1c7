import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bearerAloneUnknown: Fault = {
  id: 'M096',
  title: 'who sends a bearer alone is taken for the canvas',
  plant: onPlatform(
    at('platform.identifyCaller', (identify) => (platform, claimedId) => identify(platform, claimedId, '')),
  ),
  kills: [{ cases: ['A.2-speaks@bearer-alone'], reason: /^its row: .*source_id/ }],
};
