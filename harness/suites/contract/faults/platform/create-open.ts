import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createOpen: Fault = {
  id: 'P-contract-create-open',
  title: 'anybody creates a workspace',
  plant: onPlatform(
    at(
      'platform.authorizeAdmin',
      (authorize) => async (platform, request) =>
        request.method === 'POST' && request.url === '/workspaces' ? undefined : authorize(platform, request),
    ),
  ),
  kills: [
    { cases: ['F.2-bearer@nobody', 'F.2-bearer@garbage'], clause: '0.2', reason: /^it is refused: 201/ },
  ],
};
