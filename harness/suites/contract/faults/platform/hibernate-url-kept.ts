import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const hibernateUrlKept: Fault = {
  id: 'P-hibernate-url-kept',
  title: 'a workspace that hibernates keeps its URL, and messages go there',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.hibernateWorkspace', (hibernate) => async (platform, id, force) => {
        const sql = 'SELECT url FROM workspaces WHERE id::text = $1';
        const [before] = await platform.database.query<{ url: string | null }>('', sql, [id]);
        const outcome = await hibernate(platform, id, force);
        const restore = 'UPDATE workspaces SET url = $2 WHERE id::text = $1';
        await platform.database.query('', restore, [id, before?.url ?? null]);
        return outcome;
      }),
    ],
  },
  kills: [{ cases: ['F.6-hibernate'], clause: 'A.6', reason: /^the message wakes it: 200 / }],
};
