import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const patchDropsMembers: Fault = {
  id: 'P-contract-patch-drops',
  title: 'a change of name, role, tier and place is acknowledged, and not made',
  plant: onPlatform(
    at('platform.patchWorkspace', (patch) => async (platform, id, body) => {
      const outcome = await patch(platform, id, { ...body, x: undefined });
      return outcome;
    }),
  ),
  kills: [{ cases: ['F.3-patch@x-and-y'], reason: /^it reads: 200/ }],
};
