import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bearerOfRemovedPasses: Fault = {
  id: 'M143',
  title: 'the predicate of workspace routes forgets that a token may be revoked, and its workspace removed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.authorizeWorkspace', (authorize) => async (platform, request, id) => {
        const refused = await authorize(platform, request, id);
        const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
        const sql =
          'SELECT 1 FROM workspace_auth_tokens WHERE token_hash = sha256($1::bytea) AND workspace_id::text = $2';
        const known = refused ? await platform.database.query('', sql, [Buffer.from(token), id]) : [];
        return known.length > 0 ? undefined : refused;
      }),
    ],
  },
  kills: [
    { cases: ['0.2-removed'], reason: /^it is refused: 200 / },
    { cases: ['F.4-token-revoked'], reason: /^its bearer is refused at activity: 200 / },
    { cases: ['F.4-cascade'], reason: /^the bearer of a descendant is refused: 200 / },
    { cases: ['F.3-patch-removed'], reason: /^its own bearer is refused: 200 / },
    { cases: ['F.5-tokens-replaced'], reason: /^the old bearer is refused: 200 / },
  ],
};
