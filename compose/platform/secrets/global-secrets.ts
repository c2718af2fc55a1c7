import { seam } from '../../seam.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { readSecret } from './read-secret.ts';
import { putGlobalSecret, type Stored } from './store.ts';
import { described, restartBehind } from './workspace-secrets.ts';

/** `POST` and `PUT /settings/secrets` (F.7): every workspace that has no secret of that key is restarted. */
export const saveGlobalSecret = seam('platform.saveGlobalSecret', save);

async function save(platform: Platform, body: JsonObject | undefined): Promise<Outcome> {
  const secret = readSecret(body);
  if (isRefusal(secret)) return secret;
  await putGlobalSecret(platform, secret.key, secret.value);
  await restartAffected(platform, secret.key);
  return { status: 200, body: { status: 'saved', key: secret.key, scope: 'global' } };
}

async function restartAffected(platform: Platform, key: string): Promise<void> {
  const rows = await platform.database.query<Row & { id: string }>(
    'secret-affected',
    `SELECT id FROM workspaces w WHERE status <> 'removed'
        AND NOT EXISTS (SELECT 1 FROM workspace_secrets s WHERE s.workspace_id = w.id AND s.key = $1)`,
    [key],
  );
  for (const { id } of rows) restartBehind(platform, id);
}

/** `GET /settings/secrets` (F.7). */
export async function listGlobalSecrets({ database }: Platform): Promise<Outcome> {
  const sql = `SELECT key, sealed, 'global' AS scope, created_at, updated_at FROM global_secrets ORDER BY key`;
  const rows = await database.query<Stored>('secrets-global', sql);
  return { status: 200, body: rows.map(described) };
}

/** `DELETE /settings/secrets/:key` (F.7). */
export async function deleteGlobalSecret(platform: Platform, key: string): Promise<Outcome> {
  const sql = 'DELETE FROM global_secrets WHERE key = $1 RETURNING key';
  const rows = await platform.database.query('secret-delete-global', sql, [key]);
  if (rows.length === 0) return refuse(404, 'secret not found');
  await restartAffected(platform, key);
  return { status: 200, body: { status: 'deleted', key, scope: 'global' } };
}
