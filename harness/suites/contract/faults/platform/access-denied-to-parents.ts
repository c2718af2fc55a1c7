import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const accessDeniedToParents: Fault = {
  id: 'P-access-denied-to-parents',
  title: 'a parent may not speak to its children',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.checkAccess', (check) => async (platform, body) => {
        const sql = 'SELECT 1 FROM workspaces WHERE id = $1 AND parent_id = $2';
        const { caller_id: caller, target_id: target } = Object(body);
        const below = await platform.database.query('', sql, [target, caller]);
        return below.length > 0 ? { status: 200, body: { allowed: false } } : check(platform, body);
      }),
    ],
  },
  kills: [{ cases: ['E.4-access@parent-to-child'], reason: /^the answer: 200 .*false/ }],
};
