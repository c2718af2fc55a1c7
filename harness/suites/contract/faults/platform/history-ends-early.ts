import type { Fault } from '../../../../faults/fault.ts';
import { saysOfEnd } from '../says-of-end.ts';

export const historyEndsEarly: Fault = {
  id: 'P-history-ends-early',
  title: 'a page that is exactly full is said to be the last',
  plant: saysOfEnd(true),
  kills: [{ cases: ['D-end@exactly-full'], reason: /^the page: 200 .*"reached_end":true/ }],
};
