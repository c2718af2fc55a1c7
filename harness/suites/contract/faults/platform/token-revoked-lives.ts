import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const tokenRevokedLives: Fault = {
  id: 'P-token-revoked-lives',
  title: 'a token that was taken back still opens everything',
  plant: onPlatform(
    at('platform.revokeToken', () => async ({ database }, id, tokenId) => {
      const sql = 'SELECT 1 FROM workspace_auth_tokens WHERE id::text = $1 AND workspace_id = $2';
      const rows = await database.query('', sql, [tokenId, id]);
      if (rows.length > 0) return { status: 200, body: { status: 'revoked' } };
      return { refused: { status: 404, body: { error: 'token not found' } } };
    }),
  ),
  kills: [{ cases: ['0.2-tokens-own'], reason: /^it opens nothing more: 200 / }],
};
