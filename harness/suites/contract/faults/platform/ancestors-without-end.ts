import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { levelsBetween } from '../levels-between.ts';
import { onPlatform } from '../on-platform.ts';

export const ancestorsWithoutEnd: Fault = {
  id: 'P-contract-ancestors-without-end',
  title: 'an ancestor may be any number of levels away',
  plant: onPlatform(
    at('platform.canCommunicate', (related) => async (queries, rules, one, other) => {
      if (await related(queries, rules, one, other)) return true;
      return (await levelsBetween(queries, one, other)) > 0 || (await levelsBetween(queries, other, one)) > 0;
    }),
  ),
  kills: [{ cases: ['A.3-talks@down-34', 'A.3-talks@up-34'], reason: /^the message is refused: 200/ }],
};
