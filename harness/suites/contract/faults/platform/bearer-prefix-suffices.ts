import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bearerPrefixSuffices: Fault = {
  id: 'P-bearer-prefix-suffices',
  title: 'the first letters of a token, which are shown in lists, open its workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.authorizeWorkspace', (authorize) => async (platform, request, id) => {
        const refused = await authorize(platform, request, id);
        const [, token = ''] = /^Bearer (.{8})$/.exec(request.headers.authorization ?? '') ?? [];
        const sql = 'SELECT 1 FROM workspace_auth_tokens WHERE prefix = $1 AND workspace_id::text = $2';
        const known = refused ? await platform.database.query('', sql, [token, id]) : [];
        return known.length > 0 ? undefined : refused;
      }),
    ],
  },
  kills: [{ cases: ['0.2-workspace@prefix-of-it'], reason: /^it is refused: 200 / }],
};
