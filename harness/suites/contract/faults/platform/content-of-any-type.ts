import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const contentOfAnyType: Fault = {
  id: 'P-contract-content-of-any-type',
  title: 'content of any type is let through',
  plant: onPlatform(at('platform.contentType', () => () => undefined)),
  kills: [
    {
      cases: ['number', 'boolean', 'null', 'object'].map((type) => `A.4-refuses@${type}-as-content`),
      reason: /^the sender is told why: 200/,
    },
  ],
};
