import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const originUnchecked: Fault = {
  id: 'P-contract-origin-unchecked',
  title: 'pages of any origin are answered',
  plant: onPlatform(at('platform.applyCors', () => () => undefined)),
  kills: [
    {
      cases: [
        'C.4-origin@strange',
        'C.4-origin@strange-at-health',
        'C.4-origin@strange-at-no-path',
        'C.4-origin@null',
        'C.4-origin@other-port',
        'C.4-origin@listed',
        'C.4-origin@listed-too',
      ],
      reason: /^the platform answers: (200|404)/,
    },
    { cases: ['C.4-origin-of-a-socket'], reason: /^it is refused: 101/ },
  ],
};
