import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Queries } from '../store/database.ts';

/** Makes a token and stores its hash; the text leaves the platform once, in the reply that issues it. */
export async function issueToken(queries: Queries, workspaceId: string): Promise<string> {
  const token = newSecret();
  await queries.query(
    'token-issue',
    'INSERT INTO workspace_auth_tokens (workspace_id, token_hash, prefix) VALUES ($1, $2, $3)',
    [workspaceId, hashOf(token), token.slice(0, 8)],
  );
  return token;
}

/** 32 random bytes, base64url without padding: 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The workspace that owns a live token; undefined for unknown, revoked and tokens of removed workspaces. */
export async function workspaceOfToken(queries: Queries, token: string): Promise<string | undefined> {
  const rows = await queries.query<{ workspace_id: string }>(
    'token-owner',
    `SELECT t.workspace_id FROM workspace_auth_tokens t JOIN workspaces w ON w.id = t.workspace_id
      WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND w.status <> 'removed'`,
    [hashOf(token)],
  );
  return rows[0]?.workspace_id;
}

/** True when `token` is a live token of this workspace; its last use is noted. */
export async function validateToken(queries: Queries, token: string, workspaceId: string): Promise<boolean> {
  if ((await workspaceOfToken(queries, token)) !== workspaceId.toLowerCase()) return false;
  await queries.query(
    'token-touch',
    'UPDATE workspace_auth_tokens SET last_used_at = clock_timestamp() WHERE token_hash = $1',
    [hashOf(token)],
  );
  return true;
}

/** True when the workspace has a token that is not revoked, whatever its status (0.2). */
export async function hasLiveToken(queries: Queries, workspaceId: string): Promise<boolean> {
  const rows = await queries.query(
    'token-live',
    'SELECT 1 FROM workspace_auth_tokens WHERE workspace_id = $1 AND revoked_at IS NULL LIMIT 1',
    [workspaceId],
  );
  return rows.length > 0;
}

/** Makes a token of the organisation, as `issueToken` makes one of a workspace. */
export async function issueOrgToken(
  queries: Queries,
  name: string,
): Promise<{ readonly id: string; readonly prefix: string; readonly token: string }> {
  const token = newSecret();
  const rows = await queries.query<{ id: string; prefix: string }>(
    'token-issue-org',
    'INSERT INTO org_api_tokens (name, token_hash, prefix) VALUES ($1, $2, $3) RETURNING id, prefix',
    [name, hashOf(token), token.slice(0, 8)],
  );
  return { id: rows[0]?.id ?? '', prefix: rows[0]?.prefix ?? '', token };
}

/** True for a live token of the organisation. */
export async function isOrgToken(queries: Queries, token: string): Promise<boolean> {
  const rows = await queries.query(
    'token-org',
    'SELECT 1 FROM org_api_tokens WHERE token_hash = $1 AND revoked_at IS NULL',
    [hashOf(token)],
  );
  return rows.length > 0;
}

/** Compares two secrets in constant time; an empty one equals nothing. */
export function sameSecret(given: string, expected: string): boolean {
  return given !== '' && expected !== '' && timingSafeEqual(hashOf(given), hashOf(expected));
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
