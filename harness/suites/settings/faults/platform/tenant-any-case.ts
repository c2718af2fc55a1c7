import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const tenantAnyCase: Fault = {
  id: 'P-tenant-any-case',
  title: 'an organisation is known in capitals too',
  plant: onPlatform(
    at('platform.checkTenant', (check) => (platform, request) => {
      const named = request.headers['x-molecule-org-id'];
      return String(named).toLowerCase() === platform.config.orgId ? undefined : check(platform, request);
    }),
  ),
  kills: [{ cases: ['0.2-tenant@upper-case'], reason: /^the platform answers: 200/ }],
};
