import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const answerStatusLevelled: Fault = {
  id: 'P-contract-answer-status-levelled',
  title: 'every refusal of an agent is told as 502',
  plant: onPlatform(
    at(
      'platform.mapResult',
      (map) => (status, body, rules) => map(status >= 300 ? 502 : Math.min(status, 200), body, rules),
    ),
  ),
  kills: [
    {
      cases: [
        'A.9-told@400',
        'A.9-told@401',
        'A.9-told@404',
        'A.9-told@408',
        'A.9-told@429',
        'A.9-told@500',
        'A.9-told@501',
        'A.9-told@503',
        'A.9-told@504',
        'A.9-told@505',
        'A.9-told@520',
        'A.9-told@521',
        'A.9-told@524',
        'A.9-told@525',
        'A.9-told@created',
        'A.9-told@no-content',
        'A.9-told@not-modified',
        'A.9-told@words-of-404',
        'A.9-told@words-of-500',
        'A.9-told@words-of-520',
        'A.9-told@error-that-is-no-text',
      ],
      reason: /^the sender is told: (502|200)/,
    },
    {
      cases: [
        'A.11-asked-nothing@400',
        'A.11-asked-nothing@401',
        'A.11-asked-nothing@404',
        'A.11-asked-nothing@408',
        'A.11-asked-nothing@429',
        'A.11-asked-nothing@500',
        'A.11-asked-nothing@501',
        'A.11-asked-nothing@505',
        'A.11-asked-nothing@520',
        'A.11-asked-nothing@525',
      ],
      reason: /^the sender is told: 502/,
    },
  ],
};
