import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const addressAny: Fault = {
  id: 'P-contract-address-any',
  title: 'any address is registered',
  plant: onPlatform(
    at('platform.validateRegisterUrl', (validate) => async (...given) => ({
      ...(await validate(...given)),
      allowed: true,
    })),
  ),
  kills: [
    {
      cases: (planned) => planned.id.startsWith('contract/E.5-refused@'),
      reason: /^it is refused: (200|500)/,
    },
    { cases: ['E.1-refused@push-unsafe'], reason: /^it is refused: 200/ },
  ],
};
