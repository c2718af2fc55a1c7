import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerAdminPasses: Fault = {
  id: 'P-register-admin-passes',
  title: 'the admin registers, beats and asks for a state in the place of any workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => (platform, body, bearer) => {
        if (bearer !== platform.config.adminToken) return register(platform, body, bearer);
        return { status: 200, body: { status: 'registered' } };
      }),
    ],
  },
  kills: [{ cases: ['E.1-bearer@admin'], reason: /^it is refused: 200 / }],
};
