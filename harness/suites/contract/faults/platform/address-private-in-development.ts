import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressPrivateInDevelopment: Fault = {
  id: 'P-address-private-in-development',
  title: 'in development agents register private addresses, as messages may go there',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateRegisterUrl', (judge) => async (...given) => {
        const verdict = await judge(...given);
        return !verdict.allowed && verdict.reason.endsWith(': private') ? { allowed: true } : verdict;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'E.5-refused@ten',
        'E.5-refused@ten-mapped',
        'E.5-refused@private-172',
        'E.5-refused@private-172-last',
        'E.5-refused@private-192',
        'E.5-refused@unique-local-fd',
      ],
      reason: /^it is refused: 200 /,
    },
  ],
};
