import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const stateOpen: Fault = {
  id: 'P-contract-state-open',
  title: 'anybody is told the state of a workspace',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        request.url.endsWith('/state') ? undefined : authorize(platform, request, id),
    ),
    at('platform.workspaceState', () => async (_platform, id) => ({
      status: 200,
      body: { workspace_id: id, status: 'awaiting_agent', paused: false, deleted: false },
    })),
  ),
  kills: [
    {
      cases: ['F.3-state@other', 'F.3-state@garbage', 'F.3-state@nobody', 'F.3-state@admin'],
      reason: /^it is refused: 200/,
    },
    { cases: ['F.3-state-gone'], reason: /^of a removed one: 200/ },
  ],
};
