import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const pollingHearsNoFamily: Fault = {
  id: 'P-polling-hears-no-family',
  title: 'to a workspace that polls nobody of its family may talk',
  plant: onPlatform(
    at('platform.canCommunicate', (related) => async (queries, rules, one, other) => {
      const sql = `SELECT 1 FROM workspaces WHERE id = $1 AND delivery_mode = 'poll'`;
      const polling = one === other ? [] : await queries.query('', sql, [other]);
      return polling.length === 0 && related(queries, rules, one, other);
    }),
  ),
  kills: [
    {
      cases: ({ id }) =>
        /\/A\.(3-talks@(siblings|down|up|down-33|up-33)|2-speaks@(sibling|bearer-alone))$/.test(id),
      reason: /^the message is taken: 403/,
    },
    {
      cases: ['E.4-access@child-to-parent', 'E.4-access@parent-to-child'],
      reason: /^the answer: 200 .*false/,
    },
    { cases: ['C.1-peer'], reason: /^rows of the peer: 200 \[\]/ },
    { cases: ['C.1-no-peer-unasked'], reason: /^its source: undefined/ },
    { cases: ['C.4-of-relations'], reason: /^of itself, its child and a stranger: / },
    { cases: ['C.5-waiting@polling'], reason: /^its rows: .*access denied/ },
  ],
};
