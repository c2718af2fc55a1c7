import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const roleNotDefaulted: Fault = {
  id: 'P-role-missing',
  title: 'a message without a role is forwarded without one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.defaultRole', () => (message) => message)],
  },
  rule: 'defaultsRole',
  kills: [
    {
      cases: ['hg-content-string-no-role', 'hg-minimal', 'hg-no-role'],
      clause: 'A.4',
      reason: /^params\.message\.role is missing$/,
    },
  ],
};
