import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bearerAdminAny: Fault = {
  id: 'P-contract-bearer-admin-any',
  title: 'the events of the platform open to any bearer',
  plant: onPlatform(
    at(
      'platform.authorizeAdmin',
      (authorize) => async (platform, request) =>
        request.url === '/events' ? undefined : authorize(platform, request),
    ),
  ),
  kills: [
    {
      cases: [
        '0.2-admin@workspace',
        '0.2-admin@garbage',
        '0.2-admin@one-more-letter',
        '0.2-admin@nobody',
        '0.2-admin@empty',
        '0.2-admin@lower-case',
        '0.2-admin@raw',
        '0.2-org-revoked',
      ],
      reason: /^it is refused: 200/,
    },
  ],
};
