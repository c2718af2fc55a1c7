import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const tokenOfOtherRevoked: Fault = {
  id: 'P-token-of-other-revoked',
  title: 'a workspace takes back the tokens of any other',
  plant: onPlatform(
    at('platform.revokeToken', () => async ({ database }, _id, tokenId) => {
      const sql = `UPDATE workspace_auth_tokens SET revoked_at = clock_timestamp()
         WHERE id::text = $1 AND revoked_at IS NULL RETURNING id`;
      const rows = await database.query('', sql, [tokenId]);
      if (rows.length > 0) return { status: 200, body: { status: 'revoked' } };
      return { refused: { status: 404, body: { error: 'token not found' } } };
    }),
  ),
  kills: [{ cases: ['0.2-tokens-of-others'], reason: /^it has no such token: 200 / }],
};
