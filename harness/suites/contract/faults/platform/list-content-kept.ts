import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const listContentKept: Fault = {
  id: 'P-contract-list-content-kept',
  title: 'a list as content goes on as it came',
  plant: onPlatform(at('platform.listContentToParts', () => (message) => message)),
  kills: [
    { cases: ['A.4-forwards@list-content', 'A.4-forwards@content-by-type'], reason: /property 'parts'/ },
  ],
};
