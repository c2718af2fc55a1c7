import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const fileUrlWithSlash: Fault = {
  id: 'P-file-url-with-slash',
  title: 'the slash at the end of an agent’s URL is kept, and another one put behind it',
  plant: onPlatform(
    at('platform.fileDestination', (resolve) => async (platform, holder, operation) => {
      const destination = await resolve(platform, holder, operation);
      return 'base' in destination ? { ...destination, base: holder.url ?? '' } : destination;
    }),
  ),
  kills: [{ cases: ['G.1-below-url'], reason: /^where it arrives: "\/\/internal/ }],
};
