import { messageOf } from '../background.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Value } from '../store/database.ts';

export interface Provisioned {
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly runtime: string;
}

/**
 * Starts the workspace's instance; a failure ends in status `failed` with a canned text. A workspace that was removed
 * meanwhile stays removed, and its instance is stopped again, since no delete knows of it.
 */
export async function provision(platform: Platform, workspace: Provisioned): Promise<void> {
  if (!platform.controlPlane) return markFailed(platform, workspace.id, noBackend(platform));
  try {
    const instanceId = await platform.controlPlane.provision(provisionRequest(platform, workspace));
    const kept = await setColumns(platform, workspace.id, 'provision-instance', 'instance_id = $2', [
      instanceId,
    ]);
    if (!kept) await platform.controlPlane.stop(workspace.id, instanceId);
  } catch (error) {
    platform.log.error({ workspaceId: workspace.id, reason: messageOf(error) }, 'provisioning failed');
    await markFailed(platform, workspace.id, 'provisioning failed');
  }
}

/** The environment carries ids alone: a workspace is never handed the admin token (careful rule of M). */
function provisionRequest(platform: Platform, workspace: Provisioned): JsonObject {
  const { orgId, platformUrl } = platform.config;
  return {
    org_id: orgId,
    workspace_id: workspace.id,
    runtime: workspace.runtime,
    tier: workspace.tier,
    platform_url: platformUrl,
    env: { MOLECULE_WORKSPACE_ID: workspace.id, PLATFORM_URL: platformUrl },
  };
}

function noBackend(platform: Platform): string {
  if (!platform.rules.namesEveryBackend) return 'Docker not available on this platform instance';
  return 'no provisioning backend available — workspace requires either a Docker daemon (self-hosted) or control-plane provisioner (SaaS)';
}

async function markFailed(platform: Platform, id: string, error: string): Promise<void> {
  await platform.broadcaster.record(platform.database, 'WORKSPACE_PROVISION_FAILED', id, { error });
  await setColumns(platform, id, 'provision-failed', "status = 'failed', last_sample_error = $2", [error]);
}

/** False when the row is removed, and therefore untouched. */
async function setColumns(
  platform: Platform,
  id: string,
  name: string,
  assignments: string,
  values: readonly Value[],
): Promise<boolean> {
  const sql = `UPDATE workspaces SET ${assignments}, updated_at = clock_timestamp()
                WHERE id = $1 AND status <> 'removed' RETURNING id`;
  return (await platform.database.query(name, sql, [id, ...values])).length > 0;
}
