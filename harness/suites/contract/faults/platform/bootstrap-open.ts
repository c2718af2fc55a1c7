import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const bootstrapOpen: Fault = {
  id: 'P-contract-bootstrap-open',
  title: 'anybody says that a start has failed',
  plant: onPlatform(
    at(
      'platform.authorizeAdmin',
      (authorize) => async (platform, request) =>
        request.url.includes('/bootstrap-failed') ? undefined : authorize(platform, request),
    ),
  ),
  kills: [
    {
      cases: (planned) => planned.id.startsWith('contract/F.5-bootstrap-bearer@'),
      clause: '0.2',
      reason: /^.*: (200|404)/,
    },
  ],
};
