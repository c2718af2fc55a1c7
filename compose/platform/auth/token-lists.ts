import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { sqlState } from '../store/database.ts';
import { readFields } from '../workspaces/fields.ts';
import { issueOrgToken, issueToken } from './tokens.ts';

const FOREIGN_KEY_VIOLATION = '23503';
const SHOWN_ONCE = 'the token is shown once, keep it';

/** `GET /workspaces/:id/tokens` (0.2): the live ones, by their beginnings. */
export const listTokens = seam('platform.listTokens', list);

async function list({ database }: Platform, id: string): Promise<Outcome> {
  const sql = `SELECT id, prefix, created_at, last_used_at FROM workspace_auth_tokens
    WHERE workspace_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id`;
  const rows = isUuid(id) ? await database.query('token-list', sql, [id]) : [];
  const tokens = rows.map((row) => row as Readonly<Record<string, Json>>);
  return { status: 200, body: { tokens, count: tokens.length } };
}

/** `POST /workspaces/:id/tokens` (0.2): one more, shown this once. */
export const createToken = seam('platform.createToken', create);

async function create({ database }: Platform, id: string): Promise<Outcome> {
  if (!isUuid(id)) return refuse(404, 'workspace not found');
  try {
    const token = await issueToken(database, id);
    return { status: 201, body: { auth_token: token, workspace_id: id, message: SHOWN_ONCE } };
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) return refuse(404, 'workspace not found');
    throw error;
  }
}

/** `DELETE /workspaces/:id/tokens/:tokenId` (0.2): one of this workspace, from now on worth nothing. */
export const revokeToken = seam('platform.revokeToken', revoke);

async function revoke({ database }: Platform, id: string, tokenId: string): Promise<Outcome> {
  const sql = `UPDATE workspace_auth_tokens SET revoked_at = clock_timestamp()
    WHERE id = $1 AND workspace_id = $2 AND revoked_at IS NULL RETURNING id`;
  const isPossible = isUuid(id) && isUuid(tokenId);
  const rows = isPossible ? await database.query('token-revoke', sql, [tokenId, id]) : [];
  return rows.length > 0 ? { status: 200, body: { status: 'revoked' } } : refuse(404, 'token not found');
}

/** `GET /org/tokens` (0.2). */
export async function listOrgTokens({ database }: Platform): Promise<Outcome> {
  const sql = `SELECT id, name, prefix, created_at FROM org_api_tokens
    WHERE revoked_at IS NULL ORDER BY created_at DESC, id`;
  const rows = await database.query('org-token-list', sql);
  const tokens = rows.map((row) => row as Readonly<Record<string, Json>>);
  return { status: 200, body: { tokens, count: tokens.length } };
}

/** `POST /org/tokens` (0.3): a token of the organisation. */
export async function createOrgToken({ database }: Platform, body: JsonObject = {}): Promise<Outcome> {
  const { text, sound } = readFields(body);
  const name = text('name') ?? '';
  if (!sound() || name.includes('\0')) return refuse(400, 'invalid request body');
  const { id, prefix, token } = await issueOrgToken(database, name);
  return { status: 200, body: { auth_token: token, id, name, prefix, warning: SHOWN_ONCE } };
}

/** `DELETE /org/tokens/:id` (0.2). */
export async function revokeOrgToken({ database }: Platform, id: string): Promise<Outcome> {
  const sql = `UPDATE org_api_tokens SET revoked_at = clock_timestamp()
    WHERE id = $1 AND revoked_at IS NULL RETURNING id`;
  const rows = isUuid(id) ? await database.query('org-token-revoke', sql, [id]) : [];
  return rows.length > 0 ? { status: 200, body: { status: 'revoked' } } : refuse(404, 'token not found');
}
