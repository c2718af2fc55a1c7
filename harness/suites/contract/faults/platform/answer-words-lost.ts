import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const answerWordsLost: Fault = {
  id: 'P-contract-answer-words-lost',
  title: 'the words of a refusal are the platform’s own',
  plant: onPlatform(
    at(
      'platform.mapResult',
      (map) => (status, body, rules) =>
        map(status, status >= 300 && status !== 429 ? Buffer.from('{"error":"agent failed"}') : body, rules),
    ),
  ),
  kills: [
    {
      cases: [
        'A.9-told@400',
        'A.9-told@401',
        'A.9-told@404',
        'A.9-told@408',

        'A.9-told@500',
        'A.9-told@501',
        'A.9-told@502',
        'A.9-told@503',
        'A.9-told@504',
        'A.9-told@505',
        'A.9-told@520',
        'A.9-told@521',
        'A.9-told@524',
        'A.9-told@525',
        'A.9-told@words-of-404',
        'A.9-told@words-of-500',
        'A.9-told@words-of-520',
        'A.9-told@error-that-is-no-text',
      ],
      reason: /agent failed/,
    },
    {
      cases: [
        'A.11-asked-nothing@400',
        'A.11-asked-nothing@401',
        'A.11-asked-nothing@404',
        'A.11-asked-nothing@408',

        'A.11-asked-nothing@500',
        'A.11-asked-nothing@501',
        'A.11-asked-nothing@505',
        'A.11-asked-nothing@520',
        'A.11-asked-nothing@525',
        'A.11-running',
        'A.11-unknown-is-alive',
      ],
      reason: /agent failed/,
    },
  ],
};
