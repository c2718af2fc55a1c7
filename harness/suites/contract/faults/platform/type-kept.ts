import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const typeKept: Fault = {
  id: 'P-contract-type-kept',
  title: 'a part goes on with its type',
  plant: onPlatform(at('platform.typeToKind', () => (message) => message)),
  kills: [
    { cases: ['A.4-forwards@parts-by-type', 'A.4-forwards@content-by-type'], reason: /property 'kind'/ },
  ],
};
