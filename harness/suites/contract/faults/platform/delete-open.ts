import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const deleteOpen: Fault = {
  id: 'P-contract-delete-open',
  title: 'anybody deletes a workspace',
  plant: onPlatform(
    at(
      'platform.authorizeAdmin',
      (authorize) => async (platform, request) =>
        request.method === 'DELETE' && request.url.startsWith('/workspaces/')
          ? undefined
          : authorize(platform, request),
    ),
  ),
  kills: [
    { cases: ['F.4-bearer@nobody', 'F.4-bearer@own', 'F.4-bearer@garbage'], reason: /^it is refused: 200/ },
  ],
};
