import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const fileHolderUnknownAwaited: Fault = {
  id: 'P-file-holder-unknown-awaited',
  title: 'a workspace that is not there is one whose agent has not come yet',
  plant: onPlatform(
    at('platform.fileHolder', (find) => async (platform, id) => {
      const holder = await find(platform, id);
      return Object(holder).refused?.status === 404 ? { id, url: null, delivery_mode: 'push' } : holder;
    }),
  ),
  kills: [{ cases: ['G.2-nobody@download', 'G.2-nobody@upload'], reason: /^an unknown one: 503 / }],
};
