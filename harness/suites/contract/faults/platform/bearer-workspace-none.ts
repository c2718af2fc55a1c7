import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

/** Cases that look at the whole log to see what came of something. */
const READS_THE_LOG =
  /\/(0\.2-tokens-|C\.1-(limit@usual|newest-first|window@no-window|cursor-and-window|no-peer-unasked)|C\.2-(refuses@|bad-target|keeps@)|C\.3-(sent$|attachments$|kept@)|C\.4-error-detail@|F\.5-(first-register|tokens-replaced)|G\.1-(kept$|malformed@))/;

export const bearerWorkspaceNone: Fault = {
  id: 'P-contract-bearer-workspace-none',
  title: 'the log of a workspace opens to no bearer',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        request.url.endsWith('/activity') && request.method === 'GET'
          ? { refused: { status: 401, body: { error: 'invalid workspace auth token' } } }
          : authorize(platform, request, id),
    ),
  ),
  kills: [
    {
      cases: ['0.2-workspace@own', '0.2-workspace@admin', '0.2-workspace@org', '0.2-workspace@spaces'],
      reason: /^it passes: 401/,
    },
    {
      cases: [
        '0.2-workspace@nobody',
        '0.2-workspace@empty',
        '0.2-workspace@lower-case',
        '0.2-workspace@upper-case',
        '0.2-workspace@raw',
        '0.2-workspace@basic',
      ],
      reason: /^it is refused: 401/,
    },
    { cases: ['A.1-order@budget-before-poll'], reason: /^the log of the workspace: / },
    { cases: ['C.1-unknown-is-empty'], reason: /^of an / },
    { cases: ['C.1-of-itself-alone'], reason: /^nobody is refused: 401/ },
    {
      cases: ({ id }) => READS_THE_LOG.test(id),
      reason:
        /401|invalid workspace auth token|^its (row|source): undefined|^the page: \[\]|^rows of the page: 0/,
    },
  ],
};
