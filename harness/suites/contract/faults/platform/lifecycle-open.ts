import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const lifecycleOpen: Fault = {
  id: 'P-contract-lifecycle-open',
  title: 'anybody restarts, pauses and sends to sleep',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        /\/(restart|pause|resume|hibernate)$/.test(request.url)
          ? undefined
          : authorize(platform, request, id),
    ),
  ),
  kills: [
    {
      cases: ['F.6-bearer@restart', 'F.6-bearer@pause', 'F.6-bearer@resume', 'F.6-bearer@hibernate'],
      reason: / is refused: (200|404|409|503)/,
    },
  ],
};
