import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const adminIsAnyWorkspace: Fault = {
  id: 'P-admin-is-any-workspace',
  title: 'without an admin token every workspace is an admin',
  plant: onPlatform(
    at(
      'platform.authorizeAdmin',
      (judge) => async (platform, request) =>
        platform.config.adminToken === '' && request.headers.authorization
          ? undefined
          : judge(platform, request),
    ),
  ),
  kills: [{ cases: ['0.2-no-admin-token'], reason: /^the list of workspaces: 200 / }],
};
