import type { Fault } from '../../../../faults/fault.ts';
import { saysOfEnd } from '../says-of-end.ts';

export const historyNeverEnds: Fault = {
  id: 'P-history-never-ends',
  title: 'more is always said to follow',
  plant: saysOfEnd(false),
  kills: [
    { cases: ['D-end@one-short'], reason: /^the page: 200 .*"reached_end":false/ },
    { cases: ['D-pages'], reason: /^it is the last: 200 .*"reached_end":false/ },
    { cases: ['D-nobody@unknown', 'D-nobody@removed'], reason: /^its history: 200 .*"reached_end":false/ },
  ],
};
