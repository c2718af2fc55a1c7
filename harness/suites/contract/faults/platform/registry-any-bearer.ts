import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const registryAnyBearer: Fault = {
  id: 'P-contract-registry-any-bearer',
  title: 'anybody registers and beats for a workspace',
  plant: onPlatform(at('platform.checkRegistryToken', () => async () => ({ bootstraps: false }))),
  kills: [
    {
      cases: [
        'E.1-bearer@admin',
        'E.1-bearer@other',
        'E.1-bearer@garbage',
        'E.2-bearer@nobody',
        'E.2-bearer@admin',
        'E.2-bearer@other',
        'E.2-bearer@garbage',
      ],
      reason: /^it is refused: 200/,
    },
    {
      cases: ['E.1-order@bearer-before-url', 'E.1-order@bearer-before-address'],
      reason: /^what comes first decides: 400/,
    },
    { cases: ['E.1-unknown'], reason: /./ },
    {
      cases: ['F.3-state@admin'],
      reason: /^it is refused: (200|401)/,
    },
  ],
};
