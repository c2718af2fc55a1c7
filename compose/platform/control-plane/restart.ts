import type { Platform } from '../platform.ts';
import { provision } from './provision.ts';
import { isExternalRuntime } from './runtimes.ts';

interface Restarted {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly runtime: string;
  readonly instance_id: string | null;
}

const restarts = new WeakMap<Platform, Map<string, 'running' | 'wanted'>>();

/** Restarts a workspace once per request; requests during a cycle share one more cycle after it (F.6). */
export async function restartWorkspace(platform: Platform, workspaceId: string): Promise<void> {
  if (!platform.controlPlane) return;
  const cycles = restarts.get(platform) ?? new Map<string, 'running' | 'wanted'>();
  restarts.set(platform, cycles);
  if (cycles.has(workspaceId)) {
    cycles.set(workspaceId, 'wanted');
    return;
  }
  try {
    do {
      cycles.set(workspaceId, 'running');
      await cycle(platform, workspaceId);
    } while (cycles.get(workspaceId) === 'wanted');
  } finally {
    cycles.delete(workspaceId);
  }
}

/** Starts a hibernated workspace again, which the restart cycle leaves alone (A.6); of callers at once, one does it. */
export async function wakeWorkspace(platform: Platform, workspaceId: string): Promise<void> {
  if (!platform.controlPlane) return;
  const woken = await platform.database.query<Restarted>(
    'wake-provisioning',
    `UPDATE workspaces SET status = 'provisioning', updated_at = clock_timestamp()
      WHERE id = $1 AND status = 'hibernated' RETURNING id, name, tier, runtime, instance_id`,
    [workspaceId],
  );
  for (const workspace of woken) await start(platform, workspace);
}

async function cycle(platform: Platform, workspaceId: string): Promise<void> {
  const rows = await platform.database.query<Restarted>(
    'restart-select',
    `SELECT id, name, tier, runtime, instance_id FROM workspaces
      WHERE id = $1 AND status NOT IN ('removed', 'paused', 'hibernated')`,
    [workspaceId],
  );
  const workspace = rows[0];
  if (!workspace || isExternalRuntime(workspace.runtime, platform.rules)) return;
  await platform.controlPlane?.stop(workspace.id, workspace.instance_id ?? '');
  const started = await platform.database.query(
    'restart-provisioning',
    `UPDATE workspaces SET status = 'provisioning', updated_at = clock_timestamp()
      WHERE id = $1 AND status NOT IN ('removed', 'paused', 'hibernated') RETURNING id`,
    [workspaceId],
  );
  if (started.length > 0) await start(platform, workspace);
}

async function start(platform: Platform, workspace: Restarted): Promise<void> {
  const { id, name, tier, runtime } = workspace;
  const payload = { name, tier, runtime };
  await platform.broadcaster.record(platform.database, 'WORKSPACE_PROVISIONING', id, payload);
  await provision(platform, workspace);
}
