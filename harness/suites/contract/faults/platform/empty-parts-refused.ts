import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const emptyPartsRefused: Fault = {
  id: 'P-contract-empty-parts-refused',
  title: 'parts that hold nothing are refused',
  plant: onPlatform(
    at('platform.requireParts', (require) => (message) => {
      const { parts, ...rest } = message;
      return Array.isArray(parts) && parts.length > 0
        ? require(message)
        : require(parts === null || Array.isArray(parts) ? {} : rest);
    }),
  ),
  kills: [
    {
      cases: ['A.4-forwards@empty-parts', 'A.4-forwards@null-parts'],
      reason: /^the agent has answered: 400/,
    },
  ],
};
