import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { restartWorkspace } from '../control-plane/restart.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { readSecret } from './read-secret.ts';
import { openSecrets, putSecret, type Stored, secretsOf } from './store.ts';

/** `POST` and `PUT /workspaces/:id/secrets` (F.7): kept, and the agent restarted to learn of it. */
export const saveSecret = seam('platform.saveSecret', save);

async function save(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  const secret = readSecret(body);
  if (isRefusal(secret)) return secret;
  try {
    await putSecret(platform, platform.database, id, secret.key, secret.value);
  } catch (error) {
    platform.log.error({ workspaceId: id, reason: messageOf(error) }, 'secret could not be saved');
    return refuse(500, 'failed to save secret');
  }
  restartBehind(platform, id);
  return { status: 200, body: { status: 'saved', key: secret.key } };
}

/** Restarts an agent whose secrets have changed; of several changes during a cycle all are in the next one. */
export const restartBehind = seam('platform.restartForSecrets', restartInBackground);

function restartInBackground(platform: Platform, id: string): void {
  void platform.background.start('restart', () => restartWorkspace(platform, id.toLowerCase()));
}

/** `DELETE /workspaces/:id/secrets/:key` (F.7). */
export const deleteSecret = seam('platform.deleteSecret', remove);

async function remove(platform: Platform, id: string, key: string): Promise<Outcome> {
  const sql = 'DELETE FROM workspace_secrets WHERE workspace_id = $1 AND key = $2 RETURNING key';
  const rows = isUuid(id) ? await platform.database.query('secret-delete', sql, [id, key]) : [];
  if (rows.length === 0) return refuse(404, 'secret not found');
  restartBehind(platform, id);
  return { status: 200, body: { key, status: 'deleted' } };
}

/** `GET /workspaces/:id/secrets` (F.7): which there are, never what they are. */
export const listSecrets = seam('platform.listSecrets', list);

async function list({ database }: Platform, id: string): Promise<Outcome> {
  const stored = isUuid(id) ? await secretsOf(database, id) : [];
  return { status: 200, body: stored.map(described) };
}

/** What is told of a secret. */
export function described({ key, scope, created_at, updated_at }: Stored): JsonObject {
  return { key, has_value: true, scope, created_at, updated_at };
}

/** `GET /workspaces/:id/secrets/values` (F.7): what they are; not one of them when one cannot be read. */
export const secretValues = seam('platform.secretValues', readValues);

async function readValues(platform: Platform, id: string): Promise<Outcome> {
  const opened = openSecrets(platform, await secretsOf(platform.database, id));
  if ('values' in opened) return { status: 200, body: opened.values };
  const { failedKeys } = opened;
  platform.log.error({ workspaceId: id, failedKeys }, 'secrets could not be decrypted');
  return refuse(500, 'failed to decrypt secrets', { failed_keys: failedKeys });
}
