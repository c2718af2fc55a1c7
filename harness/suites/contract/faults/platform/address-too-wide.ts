import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressTooWide: Fault = {
  id: 'P-address-too-wide',
  title: 'whole networks of 256 times 65,536 addresses count as private, where a part is',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateRegisterUrl', (judge) => async (url, ...rest) => {
        const isNear = /^http:\/\/(?:172|192|100|169)\./.test(url);
        return isNear
          ? { allowed: false, reason: 'url targets a blocked address: private' }
          : judge(url, ...rest);
      }),
    ],
  },
  kills: [
    {
      cases: [
        'E.5-taken@below-172',
        'E.5-taken@above-172',
        'E.5-taken@below-192',
        'E.5-taken@above-192',
        'E.5-taken@below-nat',
        'E.5-taken@above-nat',
        'E.5-taken@below-link-local',
        'E.5-taken@above-link-local',
      ],
      reason: /^it is registered: 400 /,
    },
  ],
};
