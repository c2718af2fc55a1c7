import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const peersOfAll: Fault = {
  id: 'P-peers-of-all',
  title: 'the peers of a workspace are all workspaces',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.peers', (list) => async (platform, id, query, bearer) => {
        const outcome = await list(platform, id, query, bearer);
        if (!('body' in outcome)) return outcome;
        const sql = `SELECT id, name, tier, status, url, parent_id, active_tasks, role, NULL AS agent_card
          FROM workspaces WHERE id <> $1 ORDER BY created_at`;
        return { status: 200, body: await platform.database.query('', sql, [id]) };
      }),
    ],
  },
  kills: [
    { cases: ['E.4-peers'], reason: /^(who they are|a stranger is among them): / },
    { cases: ['E.4-peers-roots'], reason: /^(peers are told|how many): / },
    {
      cases: ['E.4-peers-query@nothing', 'E.4-peers-query@percent-sign'],
      reason: /^it is among them: true;/,
    },
  ],
};
