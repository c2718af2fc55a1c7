import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const hibernateIdleRefused: Fault = {
  id: 'P-hibernate-idle-refused',
  title: 'only by force a workspace hibernates, though it does nothing',
  plant: onPlatform(
    at('platform.hibernateWorkspace', (hibernate) => async (platform, id, force) => {
      const sql = `SELECT 1 FROM workspaces
                    WHERE id::text = $1 AND status IN ('online', 'degraded') AND active_tasks = 0`;
      const idle = force ? [] : await platform.database.query('', sql, [id]);
      return idle.length > 0 ? { status: 409, body: { active_tasks: 0 } } : hibernate(platform, id, force);
    }),
  ),
  kills: [
    { cases: ['F.6-hibernate-tasks@none'], reason: /^it is answered: 409 / },
    { cases: ['F.6-hibernate'], reason: /^it hibernates: 409 / },
  ],
};
