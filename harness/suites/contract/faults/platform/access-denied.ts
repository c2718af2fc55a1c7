import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const accessDenied: Fault = {
  id: 'P-contract-access-denied',
  title: 'nobody is told that he may speak to anybody',
  plant: onPlatform(
    at('platform.checkAccess', (check) => async (...given) => {
      const outcome = await check(...given);
      return 'refused' in outcome ? outcome : { ...outcome, body: { allowed: false } };
    }),
  ),
  kills: [
    {
      cases: (planned) =>
        /^contract\/E\.4-access@(self|siblings|child-to-parent|parent-to-child)/.test(planned.id),
      reason: /allowed/,
    },
  ],
};
