import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyNeverEnds: Fault = {
  id: 'P-history-never-ends',
  title: 'more is always said to follow',
  plant: onPlatform(
    at('platform.chatHistory', (read) => async (...given) => {
      const outcome = await read(...given);
      return 'refused' in outcome
        ? outcome
        : { ...outcome, body: { ...Object(outcome.body), reached_end: false } };
    }),
  ),
  kills: [
    { cases: ['D-end@one-short'], reason: /^the page: 200 .*"reached_end":false/ },
    { cases: ['D-pages'], reason: /^it is the last: 200 .*"reached_end":false/ },
    { cases: ['D-nobody@unknown', 'D-nobody@removed'], reason: /^its history: 200 .*"reached_end":false/ },
  ],
};
