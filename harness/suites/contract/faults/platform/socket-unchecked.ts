import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const socketUnchecked: Fault = {
  id: 'P-contract-socket-unchecked',
  title: 'a socket is opened for whoever names a workspace',
  plant: onPlatform(at('platform.checkSocket', () => async () => undefined)),
  kills: [
    {
      cases: [
        'C.4-socket@no-token',
        'C.4-socket@token-of-another',
        'C.4-socket@administrator',
        'C.4-socket@no-uuid',
      ],
      reason: /^it is refused: null/,
    },
  ],
};
