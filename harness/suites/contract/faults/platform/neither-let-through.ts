import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const neitherLetThrough: Fault = {
  id: 'P-contract-neither-let-through',
  title: 'a message with neither parts nor content is let through',
  plant: onPlatform(at('platform.requireParts', () => () => undefined)),
  kills: [
    {
      cases: ['A.4-refuses@neither-parts-nor-content', 'A.4-refuses@neither-for-another-method'],
      reason: /^the sender is told why: 200/,
    },
  ],
};
