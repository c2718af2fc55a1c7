import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bearerAdminNone: Fault = {
  id: 'P-contract-bearer-admin-none',
  title: 'the events of the platform open to no bearer',
  plant: onPlatform(
    at(
      'platform.authorizeAdmin',
      (authorize) => async (platform, request) =>
        request.url === '/events'
          ? { refused: { status: 401, body: { error: 'invalid admin auth token' } } }
          : authorize(platform, request),
    ),
  ),
  kills: [
    { cases: ['0.2-admin@admin', '0.2-admin@org', '0.2-org-revoked'], reason: /^it passes: 401/ },
    {
      cases: ['0.2-admin@nobody', '0.2-admin@empty', '0.2-admin@lower-case', '0.2-admin@raw'],
      reason: /^it is refused: 401/,
    },
  ],
};
