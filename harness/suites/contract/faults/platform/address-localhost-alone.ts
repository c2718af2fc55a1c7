import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const addressLocalhostAlone: Fault = {
  id: 'P-contract-address-localhost-alone',
  title: 'nothing but localhost is registered',
  plant: onPlatform(
    at(
      'platform.validateRegisterUrl',
      (validate) =>
        async (url, ...more) =>
          url.includes('//localhost') ? validate(url, ...more) : validate('http://127.0.0.1', ...more),
    ),
  ),
  kills: [
    {
      cases: (planned) => planned.id.startsWith('contract/E.5-taken@') && !planned.id.endsWith('@localhost'),
      reason: /^it is registered: 400/,
    },
  ],
};
