import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Pending = Exclude<
  Awaited<ReturnType<Seams['platform.findPendingUpload']>>,
  { readonly refused: unknown }
>;

export const pendingOpen: Fault = {
  id: 'P-pending-open',
  title: 'a file that waits is given to any workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findPendingUpload', () => async (platform, _id, fileId) => {
        const sql = 'SELECT name, mime_type, content FROM pending_uploads WHERE id = $1';
        const [row] = await platform.database.query<Pending>('', sql, [fileId]);
        return row ?? { refused: { status: 404, body: { error: 'pending upload not found' } } };
      }),
    ],
  },
  kills: [{ cases: ['G.1-foreign@content'], reason: /^it is not found: 200 / }],
};
