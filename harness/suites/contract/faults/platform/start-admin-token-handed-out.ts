import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startAdminTokenHandedOut: Fault = {
  id: 'P-start-admin-token-handed-out',
  title: 'an instance is handed the bearer of the admin',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.instanceEnvironment', (environment) => (platform, workspace) => {
        return { ...environment(platform, workspace), ADMIN_TOKEN: platform.config.adminToken };
      }),
    ],
  },
  kills: [{ cases: ['F.5-request'], reason: /^the admin’s bearer in its environment: true;/ }],
};
