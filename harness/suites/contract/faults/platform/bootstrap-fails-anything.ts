import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bootstrapFailsAnything: Fault = {
  id: 'P-bootstrap-fails-anything',
  title: 'a report of a failed boot fails a workspace that is up',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.failBootstrap', (fail) => async (platform, id, body) => {
        const sql =
          "UPDATE workspaces SET status = 'provisioning' WHERE id::text = $1 AND status <> 'removed'";
        await platform.database.query('', sql, [id]);
        return fail(platform, id, body);
      }),
    ],
  },
  kills: [
    { cases: ['F.5-bootstrap-other'], reason: /^nothing changes: 200 / },
    { cases: ['F.5-bootstrap-failed'], reason: /^a repeat changes nothing: 200 / },
  ],
};
