import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const pushFailsWithRow: Fault = {
  id: 'M176',
  title: 'a pushed message fails with its row',
  plant: onPlatform(
    at('platform.writeActivity', (write) => async (platform, activity) => {
      await write(platform, activity).catch((error: unknown) => {
        throw Object.assign(new Error(String(error)), { statusCode: 500 });
      });
    }),
    at('platform.logAnswered', () => async (call) => {
      const sql =
        "INSERT INTO activity_logs (workspace_id, activity_type, status) VALUES ($1, 'a2a_receive', 'ok')";
      await call.platform.database.query('', sql, [call.targetId]);
    }),
  ),
  kills: [
    { cases: ['D-unwritable@push'], reason: /^it is acknowledged: 500/ },
    { cases: ['D-killed@push'], reason: /^acknowledged and lost: / },
    { cases: ['D-database-restarts@push'], reason: /^acknowledged and lost: / },
  ],
};
