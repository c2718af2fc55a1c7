import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pendingWithoutRows: Fault = {
  id: 'P-pending-without-rows',
  title: 'files that wait leave no rows in the log',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.keepUpload', (keep) => async (platform, holder, contentType, body) => {
        const outcome = await keep(platform, holder, contentType, body);
        const sql = `DELETE FROM activity_logs WHERE workspace_id = $1 AND method = 'chat_upload_receive'`;
        await platform.database.query('', sql, [holder.id]);
        return outcome;
      }),
    ],
  },
  kills: [{ cases: ['G.1-kept'], reason: /^its rows: / }],
};
