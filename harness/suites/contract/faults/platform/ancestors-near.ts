import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { levelsBetween } from '../levels-between.ts';
import { onPlatform } from '../on-platform.ts';

export const ancestorsNear: Fault = {
  id: 'P-contract-ancestors-near',
  title: 'only the next ten levels are relations',
  plant: onPlatform(
    at('platform.canCommunicate', (related) => async (queries, rules, one, other) => {
      const levels = Math.max(
        await levelsBetween(queries, one, other),
        await levelsBetween(queries, other, one),
      );
      return levels <= 10 && related(queries, rules, one, other);
    }),
  ),
  kills: [{ cases: ['A.3-talks@down-33', 'A.3-talks@up-33'], reason: /^the message is taken: 403/ }],
};
