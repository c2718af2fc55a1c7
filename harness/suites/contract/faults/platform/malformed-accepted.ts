import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const malformedAccepted: Fault = {
  id: 'P-contract-malformed-accepted',
  title: 'what is no JSON object counts as an empty one',
  plant: onPlatform(
    at('platform.normalise', (normalise) => (...given) => {
      const result = normalise(...given);
      const isMalformed = 'refused' in result && JSON.stringify(result.refused.body).includes('invalid JSON');
      return isMalformed ? { payload: {}, method: '' } : result;
    }),
  ),
  kills: [
    {
      cases: ['A.1-order@malformed-before-poll', 'A.1-order@malformed-before-unknown'],
      reason: /^what comes first decides: (200|404)/,
    },
    {
      cases: [
        'empty',
        'space',
        'list',
        'text',
        'number',
        'true',
        'cut-off',
        'more-behind',
        'byte-order-mark',
        'not-a-number',
      ].map((row) => `A.4-refuses@${row}`),
      reason: /^the sender is told why: 200/,
    },
  ],
};
