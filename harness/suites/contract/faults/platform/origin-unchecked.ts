import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const originUnchecked: Fault = {
  id: 'P-contract-origin-unchecked',
  title: 'pages of any origin are answered',
  plant: onPlatform(at('platform.applyCors', () => () => undefined)),
  kills: [
    {
      cases: (planned) => /^contract\/C\.4-origin@.*-foreign$/.test(planned.id),
      reason: /^it is refused without a word: \d/,
    },
    {
      cases: (planned) => /^contract\/C\.4-origin@canvas-.*taken$/.test(planned.id),
      reason: /no access-control-allow-origin/,
    },
  ],
};
