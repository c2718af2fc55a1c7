import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const fileOfNobodyYet: Fault = {
  id: 'P-file-of-nobody-yet',
  title: 'an agent that has not come yet is unreachable',
  plant: onPlatform(
    at('platform.fileDestination', (resolve) => async (platform, holder, operation) => {
      if (!holder.url) return { refused: { status: 502, body: { error: 'workspace unreachable' } } };
      return resolve(platform, holder, operation);
    }),
  ),
  kills: [{ cases: ['G.2-no-url@download', 'G.2-no-url@upload'], reason: /^it is not there yet: 502 / }],
};
