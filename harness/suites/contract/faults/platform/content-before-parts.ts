import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const contentBeforeParts: Fault = {
  id: 'P-contract-content-before-parts',
  title: 'content takes the place of parts',
  plant: onPlatform(
    at('platform.contentToParts', (convert) => (message) => {
      const { parts: _parts, ...rest } = message;
      return 'content' in message ? convert(rest) : message;
    }),
  ),
  kills: [
    { cases: ['A.4-forwards@parts-beside-content', 'A.4-forwards@null-parts'], reason: /^the agent got: / },
  ],
};
