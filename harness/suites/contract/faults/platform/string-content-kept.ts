import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const stringContentKept: Fault = {
  id: 'P-contract-string-content-kept',
  title: 'a text as content goes on as it came',
  plant: onPlatform(at('platform.contentToParts', () => (message) => message)),
  kills: [
    {
      cases: ['A.4-forwards@string-content', 'A.4-forwards@empty-string-content'],
      reason: /property 'parts'/,
    },
  ],
};
