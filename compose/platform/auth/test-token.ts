import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Rules } from '../rules.ts';
import { issueToken, sameSecret } from './tokens.ts';

/** Whether there are tokens for tests: they are gone since R3. */
export const offersTestToken = seam(
  'platform.offersTestToken',
  ({ dropsTestToken }: Rules) => !dropsTestToken,
);

/** `GET /admin/workspaces/:id/test-token` (H.1): a token of a workspace, for tests. */
export const testToken = seam('platform.testToken', give);

async function give(platform: Platform, id: string, authorization: string): Promise<Outcome> {
  const refused = refuseTestToken(platform, authorization);
  if (refused) return refused;
  if (!isUuid(id)) return refuse(500, 'lookup failed');
  const { database } = platform;
  const sql = `SELECT 1 FROM workspaces WHERE id = $1 AND status <> 'removed'`;
  const found = await database.query('test-token-find', sql, [id]);
  if (found.length === 0) return refuse(404, 'workspace not found');
  return { status: 200, body: { auth_token: await issueToken(database, id), workspace_id: id } };
}

/** In production only where it is switched on; with an admin token only to whoever presents it, bare or as a bearer. */
export const refuseTestToken = seam('platform.refuseTestToken', judge);

function judge({ config }: Platform, authorization: string): Refusal | undefined {
  if (config.production && !config.testTokens) return refuse(404, 'not found');
  if (config.adminToken === '') return undefined;
  if (authorization === '') return refuse(401, 'admin auth required');
  const given = authorization.replace(/^Bearer /, '');
  return sameSecret(given, config.adminToken) ? undefined : refuse(401, 'invalid admin auth token');
}
