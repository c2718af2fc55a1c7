import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { readFields } from '../workspaces/fields.ts';
import { openSecrets, putSecret, secretsOf } from './store.ts';
import { restartBehind } from './workspace-secrets.ts';

/** The secret that a model is kept as. */
const KEY = 'MODEL_PROVIDER';

/** `GET /workspaces/:id/model` (F.7): that of its secret, else the one that it was created with. */
export const readModel = seam('platform.readModel', modelOf);

async function modelOf(platform: Platform, id: string): Promise<Outcome> {
  const workspace = await find(platform, id);
  if (!workspace) return refuse(404, 'workspace not found');
  const own = (await secretsOf(platform.database, id)).filter(
    ({ key, scope }) => key === KEY && scope === 'workspace',
  );
  const opened = openSecrets(platform, own);
  if ('failedKeys' in opened)
    return refuse(500, 'failed to decrypt secrets', { failed_keys: opened.failedKeys });
  const model = opened.values[KEY];
  const body =
    model === undefined
      ? { model: workspace.model ?? '', source: 'default' }
      : { model, source: 'workspace_secrets' };
  return { status: 200, body };
}

async function find({ database }: Platform, id: string) {
  if (!isUuid(id)) return undefined;
  const sql = `SELECT model FROM workspaces WHERE id = $1 AND status <> 'removed'`;
  return (await database.query<Row & { model: string | null }>('model-find', sql, [id]))[0];
}

/** `PUT /workspaces/:id/model` (F.7): an empty one takes it away; either way the agent is restarted. */
export const saveModel = seam('platform.saveModel', save);

async function save(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  const { text, sound } = readFields(body ?? {});
  const model = text('model');
  if (!sound() || model === undefined) return refuse(400, 'invalid request body');
  if (!(await find(platform, id))) return refuse(404, 'workspace not found');
  try {
    await store(platform, id, model);
  } catch (error) {
    platform.log.error({ workspaceId: id, reason: messageOf(error) }, 'model could not be saved');
    return refuse(500, 'failed to save model');
  }
  restartBehind(platform, id);
  return { status: 200, body: model === '' ? { status: 'cleared' } : { status: 'saved', model } };
}

async function store(platform: Platform, id: string, model: string): Promise<void> {
  const { database } = platform;
  if (model !== '') return putSecret(platform, database, id, KEY, model);
  const sql = 'DELETE FROM workspace_secrets WHERE workspace_id = $1 AND key = $2';
  await database.query('model-clear', sql, [id, KEY]);
}
