import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { RESTARTED, type Restarted, restartByHand } from '../control-plane/restart.ts';
import { isExternalRuntime } from '../control-plane/runtimes.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { pausedAncestor } from './family.ts';
import { liveBut, moveStatus } from './status.ts';

/** `POST /workspaces/:id/restart` (F.6): the row moves before the reply, the instance behind it. */
export const restartRequest = seam('platform.restartRequest', restart);

async function restart(platform: Platform, id: string, reset: boolean): Promise<Outcome> {
  const workspace = await find(platform, id);
  if (isRefusal(workspace)) return workspace;
  const parent = await pausedAncestor(platform.database, workspace.id);
  if (parent !== undefined) return refusePausedParent(parent);
  const { runtime } = workspace;
  if (platform.rules.leavesExternalRunning && isExternalRuntime(runtime, platform.rules)) {
    const message = 'the platform does not run this workspace: restart its agent yourself';
    return { status: 200, body: { status: 'noop', runtime, message } };
  }
  if (!platform.controlPlane) return refuseNoBackend();
  if (!(await moveStatus(platform, workspace.id, { to: 'provisioning', from: liveBut() }))) return missing();
  void platform.background.start('restart', () => restartByHand(platform, workspace));
  return { status: 200, body: { status: 'provisioning', config_dir: '', reset_session: reset } };
}

async function find(platform: Platform, id: string): Promise<Restarted | Refusal> {
  if (!isUuid(id)) return refuse(500, 'lookup failed');
  try {
    const sql = `SELECT ${RESTARTED} FROM workspaces WHERE id = $1 AND status <> 'removed'`;
    const [found] = await platform.database.query<Restarted>('restart-find', sql, [id]);
    return found ?? missing();
  } catch (error) {
    platform.log.error({ workspaceId: id, reason: messageOf(error) }, 'workspace could not be looked up');
    return refuse(500, 'lookup failed');
  }
}

function missing(): Refusal {
  return refuse(404, 'workspace not found');
}

/** Nothing starts below something that is paused. */
export function refusePausedParent(name: string): Refusal {
  return refuse(409, `parent workspace "${name}" is paused — resume it first`);
}

/** There is nothing that could start an instance. */
export function refuseNoBackend(): Refusal {
  return refuse(503, 'provisioner not available');
}
