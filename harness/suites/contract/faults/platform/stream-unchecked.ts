import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const streamUnchecked: Fault = {
  id: 'P-contract-stream-unchecked',
  title: 'a stream is opened for everybody',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        request.url.includes('/events/stream') ? undefined : authorize(platform, request, id),
    ),
  ),
  kills: [
    {
      cases: ['C.4-stream-refused@nobody', 'C.4-stream-refused@token-of-another'],
      reason: /^it is refused: 200/,
    },
  ],
};
