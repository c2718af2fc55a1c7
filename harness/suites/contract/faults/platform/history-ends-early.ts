import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyEndsEarly: Fault = {
  id: 'P-history-ends-early',
  title: 'a page that is exactly full is said to be the last',
  plant: onPlatform(
    at('platform.chatHistory', (read) => async (...given) => {
      const outcome = await read(...given);
      return 'refused' in outcome
        ? outcome
        : { ...outcome, body: { ...Object(outcome.body), reached_end: true } };
    }),
  ),
  kills: [{ cases: ['D-end@exactly-full'], reason: /^the page: 200 .*"reached_end":true/ }],
};
