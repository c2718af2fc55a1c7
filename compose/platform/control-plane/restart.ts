import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { liveBut, moveStatus } from '../workspaces/status.ts';
import { lanesOf, shareRestart } from './lanes.ts';
import { failProvision, provision } from './provision.ts';
import { isExternalRuntime } from './runtimes.ts';

/** A workspace whose instance may be stopped and started. */
export interface Restarted extends Row {
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly runtime: string;
}

/** The columns of `Restarted`. */
export const RESTARTED = 'id, name, tier, runtime';

/**
 * Restarts a workspace for the platform's own reasons, coalesced as F.6 says (careful rule: never dropped). What is
 * removed, paused, below something paused, hibernated or external is left alone.
 */
export async function restartWorkspace(platform: Platform, workspaceId: string): Promise<void> {
  if (!platform.controlPlane) return;
  await shareRestart(platform, workspaceId, () => restartCycle(platform, workspaceId));
}

/** One cycle: stop, then tell and start. */
export const restartCycle = seam('platform.restartCycle', cycle);

async function cycle(platform: Platform, workspaceId: string): Promise<void> {
  const [workspace] = await platform.database.query<Restarted>('restart-select', SELECT, [workspaceId]);
  if (!workspace || isExternalRuntime(workspace.runtime, platform.rules)) return;
  await stopAndStart(platform, workspace);
}

const SELECT = `
  WITH RECURSIVE line AS (
    SELECT id, parent_id, status FROM workspaces WHERE id = $1
    UNION
    SELECT w.id, w.parent_id, w.status FROM workspaces w JOIN line l ON w.id = l.parent_id
  )
  SELECT ${RESTARTED} FROM workspaces
   WHERE id = $1 AND status NOT IN ('removed', 'paused', 'hibernated', 'hibernating')
     AND NOT EXISTS (SELECT 1 FROM line WHERE status = 'paused')`;

/** An instance that cannot be stopped is not replaced: nobody would know of it any more. */
async function stopAndStart(platform: Platform, workspace: Restarted): Promise<void> {
  try {
    await stopCurrent(platform, workspace.id);
  } catch (error) {
    const { id: workspaceId } = workspace;
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'instance could not be stopped');
    return failProvision(platform, workspaceId, 'provisioning failed');
  }
  const from = liveBut('paused', 'hibernated', 'hibernating');
  if (await moveStatus(platform, workspace.id, { to: 'provisioning', from }))
    await start(platform, workspace);
}

/** Stops the instance that a workspace has by now. Rejects when it may still run. */
export async function stopCurrent(platform: Platform, workspaceId: string): Promise<void> {
  const sql = 'SELECT instance_id FROM workspaces WHERE id = $1';
  const [row] = await platform.database.query<Row & { instance_id: string | null }>('instance-id', sql, [
    workspaceId,
  ]);
  await platform.controlPlane?.stop(workspaceId, row?.instance_id ?? '');
}

/** Restarts because a user asks: a cycle of its own, in turn with all others. The row has moved by then. */
export function restartByHand(platform: Platform, workspace: Restarted): Promise<void> {
  return lanesOf(platform).inTurn(workspace.id, () => stopAndStart(platform, workspace));
}

/** Starts the instance of a workspace that is `provisioning` by now, and tells so first. */
export async function start(platform: Platform, { id, name, tier, runtime }: Restarted): Promise<void> {
  const payload = { name, tier, runtime };
  await platform.broadcaster.record(platform.database, 'WORKSPACE_PROVISIONING', id, payload);
  if (!isExternalRuntime(runtime, platform.rules)) await provision(platform, id);
}

/** Starts a hibernated workspace again, which the restart cycle leaves alone (A.6); of callers at once, one does it. */
export const wakeWorkspace = seam('platform.wakeWorkspace', wake);

async function wake(platform: Platform, workspaceId: string): Promise<void> {
  if (!platform.controlPlane) return;
  if (!(await moveStatus(platform, workspaceId, { to: 'provisioning', from: ['hibernated'] }))) return;
  const sql = `SELECT ${RESTARTED} FROM workspaces WHERE id = $1`;
  const [woken] = await platform.database.query<Restarted>('wake-select', sql, [workspaceId]);
  if (woken) await lanesOf(platform).inTurn(workspaceId, () => start(platform, woken));
}
