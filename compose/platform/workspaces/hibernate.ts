import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { lanesOf } from '../control-plane/lanes.ts';
import { stopCurrent } from '../control-plane/restart.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { familyOf, type Member } from './family.ts';
import { type LiveStatus, moveStatus } from './status.ts';

/**
 * `POST /workspaces/:id/hibernate` (F.6): claimed first, then stopped, then without a URL, so that the next message wakes
 * it (A.6). One that works is left alone unless it is forced, and then it hibernates (careful rule).
 */
export const hibernateWorkspace = seam('platform.hibernateWorkspace', hibernate);

async function hibernate(platform: Platform, id: string, force: boolean): Promise<Outcome> {
  const [workspace] = isUuid(id) ? await familyOf(platform.database, id) : [];
  const before = workspace?.status;
  if (!workspace || (before !== 'online' && before !== 'degraded')) return refuseState();
  if (workspace.active_tasks > 0 && !force) return refuseBusy(workspace);
  if (!(await moveStatus(platform, workspace.id, { to: 'hibernating', from: [before] })))
    return refuseState();
  return lanesOf(platform)
    .inTurn(workspace.id, () => putToSleep(platform, workspace))
    .then(
      () => ({ status: 200, body: { status: 'hibernated' } }),
      (error: unknown) => undo(platform, workspace, before, error),
    );
}

function refuseState(): Refusal {
  return refuse(404, 'workspace not found or not in a hibernatable state (it must be online or degraded)');
}

function refuseBusy({ active_tasks: tasks }: Member): Refusal {
  const error = `workspace has ${tasks} active tasks; add ?force=true to hibernate it all the same`;
  return refuse(409, error, { active_tasks: tasks });
}

async function putToSleep(platform: Platform, { id, name, tier }: Member): Promise<void> {
  await stopCurrent(platform, id);
  const sql = 'UPDATE workspaces SET url = NULL, instance_id = NULL, active_tasks = 0 WHERE id = $1';
  await platform.database.query('hibernate-url', sql, [id]);
  if (!(await moveStatus(platform, id, { to: 'hibernated', from: ['hibernating'] }))) return;
  await platform.broadcaster.record(platform.database, 'WORKSPACE_HIBERNATED', id, { name, tier });
}

async function undo(
  platform: Platform,
  { id }: Member,
  before: LiveStatus,
  error: unknown,
): Promise<Refusal> {
  platform.log.error({ workspaceId: id, reason: messageOf(error) }, 'workspace could not hibernate');
  await moveStatus(platform, id, { to: before, from: ['hibernating'] });
  return refuse(500, 'failed to hibernate workspace');
}
