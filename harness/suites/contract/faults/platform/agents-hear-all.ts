import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const agentsHearAll: Fault = {
  id: 'P-contract-agents-hear-all',
  title: 'the socket of an agent hears everybody',
  plant: onPlatform(at('platform.hears', () => async () => true)),
  kills: [
    { cases: ['C.4-of-relations'], reason: /^of itself, its child and a stranger: \[true,true,true\]/ },
    { cases: ['C.4-roots-apart'], reason: /^of the other: / },
  ],
};
