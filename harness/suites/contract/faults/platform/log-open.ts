import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const logOpen: Fault = {
  id: 'P-contract-log-open',
  title: 'the log of a workspace is open to everybody',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        request.url.includes('/activity') ? undefined : authorize(platform, request, id),
    ),
  ),
  kills: [{ cases: ['C.1-of-itself-alone'], reason: / is refused: 200/ }],
};
