import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressReserved: Fault = {
  id: 'P-address-reserved',
  title: 'reserved ranges and those of benchmarks pass',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.validateRegisterUrl', (judge) => async (...given) => {
        const verdict = await judge(...given);
        return !verdict.allowed && verdict.reason.endsWith(': reserved') ? { allowed: true } : verdict;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'E.5-refused@this-net',
        'E.5-refused@benchmark',
        'E.5-refused@benchmark-last',
        'E.5-refused@reserved',
        'E.5-refused@broadcast',
        'E.5-refused@nat64',
      ],
      reason: /^it is refused: 200 /,
    },
  ],
};
