import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const abilitiesUnnamedReset: Fault = {
  id: 'P-abilities-unnamed-reset',
  title: 'what a workspace may do and is not named is what it was at first',
  plant: onPlatform(
    at('platform.patchAbilities', (patch) => (platform, id, body) => {
      const initially = { broadcast_enabled: false, talk_to_user_enabled: true };
      return patch(platform, id, body && { ...initially, ...body });
    }),
  ),
  kills: [{ cases: ['C.3-abilities'], reason: /^what it may do: 200 .*"broadcast_enabled":false/ }],
};
