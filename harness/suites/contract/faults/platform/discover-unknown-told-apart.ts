import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverUnknownToldApart: Fault = {
  id: 'P-discover-unknown-told-apart',
  title: 'whether a workspace exists is told to whoever may not speak to it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.discover', (find) => async (platform, targetId, callerId, bearer) => {
        const outcome = await find(platform, targetId, callerId, bearer);
        if (!('refused' in outcome) || outcome.refused.status !== 403) return outcome;
        const sql = 'SELECT 1 FROM workspaces WHERE id::text = $1';
        const known = await platform.database.query('', sql, [targetId]);
        const error = 'workspace not found';
        return known.length > 0 ? outcome : { status: 404, body: { error } };
      }),
    ],
  },
  kills: [
    {
      cases: ['E.4-discover-refused@unknown-target', 'E.4-discover-refused@target-no-uuid'],
      reason: /^it is refused: 404 /,
    },
  ],
};
