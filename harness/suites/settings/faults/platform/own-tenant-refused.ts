import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const ownTenantRefused: Fault = {
  id: 'P-tenant-own-refused',
  title: 'a platform sends its own organisation away, and keeps its build to itself',
  plant: onPlatform(
    at('platform.checkTenant', (check) => (platform, request) => {
      const stranger = { refused: { status: 404, body: null } };
      const isOwn = request.headers['x-molecule-org-id'] === platform.config.orgId;
      return isOwn || request.url === '/buildinfo' ? stranger : check(platform, request);
    }),
  ),
  kills: [
    { cases: ['0.2-tenant@right', '0.2-tenant@build-is-open'], reason: /^the platform answers: 404/ },
    { cases: ['0.3-build'], reason: /^it names its commit: 404/ },
  ],
};
