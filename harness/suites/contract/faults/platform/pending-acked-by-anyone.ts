import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pendingAckedByAnyone: Fault = {
  id: 'P-pending-acked-by-anyone',
  title: 'a file that waits is taken away by any workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.ackPendingUpload', (ack) => async (platform, _id, fileId) => {
        const sql = 'SELECT workspace_id FROM pending_uploads WHERE id = $1';
        const [row] = await platform.database.query<{ workspace_id: string }>('', sql, [fileId]);
        return ack(platform, row?.workspace_id ?? '', fileId);
      }),
    ],
  },
  kills: [{ cases: ['G.1-foreign@ack'], reason: /^(it is not found|it is there still): / }],
};
