import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { openSecrets, secretsOf } from '../secrets/store.ts';
import { liveBut, moveStatus } from '../workspaces/status.ts';
import { mintCredentials } from './credentials.ts';
import { lanesOf } from './lanes.ts';
import { type Launched, provisionRequest } from './provision-request.ts';

/** Starts the instance of a workspace that was just created, in turn with its restarts; `once` is what is not kept of it. */
export function startInstance(platform: Platform, workspaceId: string, once: JsonObject): Promise<void> {
  return lanesOf(platform).inTurn(workspaceId, () => provision(platform, workspaceId, once));
}

/**
 * Mints the credentials of a workspace's instance and starts it; a failure ends in status `failed` with a canned text. A
 * workspace that was removed meanwhile stays removed, and its instance is stopped again, since no delete knows of it.
 */
export const provision = seam('platform.provision', launch);

async function launch(platform: Platform, workspaceId: string, once: JsonObject = {}): Promise<void> {
  const [workspace] = await platform.database.query<Launched>('provision-select', SELECT, [workspaceId]);
  if (!workspace) return;
  if (!platform.controlPlane) return failProvision(platform, workspaceId, noBackend(platform));
  try {
    const secrets = openSecrets(platform, await secretsOf(platform.database, workspaceId));
    if ('failedKeys' in secrets) return failProvision(platform, workspaceId, unreadable(secrets.failedKeys));
    await mintCredentials(platform, workspaceId);
    const request = provisionRequest(platform, workspace, once, secrets.values);
    const instanceId = await platform.controlPlane.provision(request);
    if (!(await keepInstance(platform, workspaceId, instanceId)))
      await platform.controlPlane.stop(workspaceId, instanceId);
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'provisioning failed');
    await failProvision(platform, workspaceId, provisionFailure(error));
  }
}

const SELECT = `
  SELECT id, name, tier, runtime, role, model, parent_id, compute FROM workspaces
   WHERE id = $1 AND status <> 'removed'`;

/** Whose secret it was is said, and never which. */
function unreadable([first = '']: readonly string[]): string {
  return `failed to decrypt ${first.startsWith('global:') ? 'global' : 'workspace'} secret`;
}

/** What may be said of a failure: nothing of its own words (F.5). */
export const provisionFailure = seam('platform.provisionFailure', (_error: unknown) => 'provisioning failed');

function noBackend(platform: Platform): string {
  if (!platform.rules.namesEveryBackend) return 'Docker not available on this platform instance';
  return 'no provisioning backend available — workspace requires either a Docker daemon (self-hosted) or control-plane provisioner (SaaS)';
}

/** The event, and then the row with the same words. */
export async function failProvision(platform: Platform, workspaceId: string, error: string): Promise<void> {
  await platform.broadcaster.record(platform.database, 'WORKSPACE_PROVISION_FAILED', workspaceId, { error });
  await moveStatus(platform, workspaceId, { to: 'failed', from: liveBut(), sampleError: error });
}

/** False when the row is removed, and therefore untouched. */
export const keepInstance = seam('platform.keepInstance', keep);

async function keep(platform: Platform, id: string, instanceId: string): Promise<boolean> {
  const sql = `UPDATE workspaces SET instance_id = $2 WHERE id = $1 AND status <> 'removed' RETURNING id`;
  return (await platform.database.query('provision-instance', sql, [id, instanceId])).length > 0;
}
