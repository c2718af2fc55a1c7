import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationListOldestFirst: Fault = {
  id: 'P-delegation-list-oldest-first',
  title: 'delegations are listed oldest first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.listDelegations', (list) => async (platform, id) => {
        const outcome = await list(platform, id);
        const all = 'body' in outcome ? outcome.body : undefined;
        return Array.isArray(all) ? { status: 200, body: all.toReversed() } : outcome;
      }),
    ],
  },
  kills: [
    { cases: ['C.5-completed', 'C.5-waiting', 'C.5-recorded'], reason: /^(its rows|its row): / },
    { cases: ['C.5-drained'], reason: /^(its rows|what is told last): / },
    { cases: ['C.5-answer'], reason: /^its row: / },
    { cases: ['C.5-unreachable', 'C.5-answer-empty'], reason: /^its rows: / },
  ],
};
