import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const secretsOpen: Fault = {
  id: 'P-contract-secrets-open',
  title: 'anybody reads the secrets of a workspace',
  plant: onPlatform(
    at(
      'platform.authorizeWorkspace',
      (authorize) => async (platform, request, id) =>
        request.url.endsWith('/secrets/values') ? undefined : authorize(platform, request, id),
    ),
    at('platform.checkRegistryToken', () => async () => ({ bootstraps: false })),
  ),
  kills: [
    {
      cases: [
        'E.1-bearer@admin',
        'E.1-bearer@other',
        'E.1-bearer@garbage',
        'E.2-bearer@nobody',
        'E.2-bearer@admin',
        'E.2-bearer@other',
        'E.2-bearer@garbage',
      ],
      reason: /^it is refused: 200/,
    },
    {
      cases: ['E.1-order@bearer-before-url', 'E.1-order@bearer-before-address'],
      reason: /^what comes first decides: 400/,
    },
    { cases: ['E.1-unknown'], reason: /./ },
    {
      cases: ['F.7-shown-to@nobody', 'F.7-shown-to@another', 'F.7-shown-to@admin-values'],
      reason: /^what is answered: 200/,
    },
  ],
};
