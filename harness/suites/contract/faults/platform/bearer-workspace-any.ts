import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bearerWorkspaceAny: Fault = {
  id: 'P-contract-bearer-workspace-any',
  title: 'the log of a workspace opens to any bearer',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        request.url.endsWith('/activity') ? undefined : authorize(platform, request, id),
    ),
  ),
  kills: [
    {
      cases: [
        '0.2-workspace@other',
        '0.2-workspace@child',
        '0.2-workspace@garbage',
        '0.2-workspace@one-more-letter',
        '0.2-workspace@one-letter-less',
        '0.2-workspace@prefix-of-it',
        '0.2-workspace@nobody',
        '0.2-workspace@empty',
        '0.2-workspace@lower-case',
        '0.2-workspace@upper-case',
        '0.2-workspace@raw',
        '0.2-workspace@basic',
        '0.2-removed',
      ],
      reason: /^it is refused: 200/,
    },
    { cases: ['C.1-of-itself-alone'], reason: /is refused: 200/ },
  ],
};
