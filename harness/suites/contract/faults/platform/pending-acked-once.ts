import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pendingAckedOnce: Fault = {
  id: 'P-pending-acked-once',
  title: 'to say twice that a file was fetched is an error',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.ackPendingUpload', (ack) => async (platform, id, fileId) => {
        const sql = 'SELECT 1 FROM pending_uploads WHERE id = $1 AND acked_at IS NOT NULL';
        const had = await platform.database.query('', sql, [fileId]);
        const error = 'pending upload not found';
        return had.length > 0 ? { status: 404, body: { error } } : ack(platform, id, fileId);
      }),
    ],
  },
  kills: [{ cases: ['G.1-fetched'], reason: /^it is had, once more: 404 / }],
};
