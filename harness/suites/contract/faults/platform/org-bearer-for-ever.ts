import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const orgBearerForEver: Fault = {
  id: 'P-org-bearer-for-ever',
  title: 'a bearer of the organisation cannot be revoked',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.authorizeAdmin', (authorize) => async (platform, request) => {
        const refused = await authorize(platform, request);
        const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
        const sql = 'SELECT 1 FROM org_api_tokens WHERE token_hash = sha256($1::bytea)';
        const known = refused ? await platform.database.query('', sql, [Buffer.from(token)]) : [];
        return known.length > 0 ? undefined : refused;
      }),
    ],
  },
  kills: [{ cases: ['0.2-org-revoked'], reason: /^it is refused: 200 / }],
};
