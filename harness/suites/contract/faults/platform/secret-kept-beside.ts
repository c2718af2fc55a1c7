import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretKeptBeside: Fault = {
  id: 'P-secret-kept-beside',
  title: 'a secret is kept beside the one with its key',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.saveSecret', (save) => async (platform, id, body) => {
        const { key } = Object(body);
        const sql = 'SELECT 1 FROM workspace_secrets WHERE workspace_id = $1 AND key = $2';
        const there = await platform.database.query('', sql, [id, String(key)]);
        const saved = { status: 200, body: { status: 'saved', key } };
        return there.length > 0 ? saved : save(platform, id, body);
      }),
    ],
  },
  kills: [{ cases: ['F.7-replaced'], reason: /^its value: 200 .*first/ }],
};
