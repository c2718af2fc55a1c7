import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bearerOfChildPasses: Fault = {
  id: 'P-bearer-of-child-passes',
  title: 'the bearer of a workspace opens its parent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.authorizeWorkspace', (authorize) => async (platform, request, id) => {
        const refused = await authorize(platform, request, id);
        const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
        const sql = `SELECT 1 FROM workspace_auth_tokens t JOIN workspaces w ON w.id = t.workspace_id
          WHERE t.token_hash = sha256($1::bytea) AND t.revoked_at IS NULL AND w.parent_id::text = $2`;
        const known = refused ? await platform.database.query('', sql, [Buffer.from(token), id]) : [];
        return known.length > 0 ? undefined : refused;
      }),
    ],
  },
  kills: [{ cases: ['0.2-workspace@child'], reason: /^it is refused: 200 / }],
};
