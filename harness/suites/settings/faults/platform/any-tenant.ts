import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const anyTenant: Fault = {
  id: 'P-tenant-any',
  title: 'a platform of one organisation answers everybody',
  plant: onPlatform(at('platform.checkTenant', () => () => undefined)),
  kills: [
    {
      cases: (planned) =>
        planned.id.includes('0.2-tenant@') && /wrong|upper-case|missing|empty/.test(planned.id),
      reason: /^the platform answers: (200|404)/,
    },
  ],
};
