import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { lanesOf } from '../control-plane/lanes.ts';
import { start, stopCurrent } from '../control-plane/restart.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { familyOf, type Member, pausedAncestor } from './family.ts';
import { refuseNoBackend, refusePausedParent } from './restart.ts';
import { liveBut, moveStatus } from './status.ts';

/**
 * `POST /workspaces/:id/pause` (F.6): the workspace and all below it, with or without a back end. In R3 their instances
 * stop; one that does not is told of in the log, for the pause itself holds.
 */
export const pauseWorkspace = seam('platform.pauseWorkspace', pause);

async function pause(platform: Platform, id: string): Promise<Outcome> {
  const family = isUuid(id) ? await familyOf(platform.database, id) : [];
  const [root, ...below] = family;
  if (!root || root.status === 'removed') return refuse(404, 'workspace not found');
  const from = liveBut('paused', 'hibernated', 'hibernating');
  if (!(await pauseOne(platform, root, from))) return refuse(404, 'workspace not found or already paused');
  let count = 1;
  for (const member of below) if (await pauseOne(platform, member, from)) count++;
  return { status: 200, body: { status: 'paused', paused_count: count } };
}

async function pauseOne(
  platform: Platform,
  member: Member,
  from: ReturnType<typeof liveBut>,
): Promise<boolean> {
  if (!(await moveStatus(platform, member.id, { to: 'paused', from }))) return false;
  const payload = { name: member.name };
  await platform.broadcaster.record(platform.database, 'WORKSPACE_PAUSED', member.id, payload);
  if (platform.rules.pauseStopsInstance)
    await lanesOf(platform).inTurn(member.id, () => stop(platform, member));
  return true;
}

async function stop(platform: Platform, { id }: Member): Promise<void> {
  try {
    await stopCurrent(platform, id);
  } catch (error) {
    platform.log.error({ workspaceId: id, reason: messageOf(error) }, 'instance could not be stopped');
  }
}

/** `POST /workspaces/:id/resume` (F.6): whatever is paused of a workspace and those below it starts again. */
export const resumeWorkspace = seam('platform.resumeWorkspace', resume);

async function resume(platform: Platform, id: string): Promise<Outcome> {
  const family = isUuid(id) ? await familyOf(platform.database, id) : [];
  const [root] = family;
  if (root?.status !== 'paused') return refuse(404, 'workspace not found or not paused');
  if (!platform.controlPlane) return refuseNoBackend();
  const parent = await pausedAncestor(platform.database, root.id);
  if (parent !== undefined) return refusePausedParent(parent);
  let count = 0;
  for (const member of family) {
    if (!(await moveStatus(platform, member.id, { to: 'provisioning', from: ['paused'] }))) continue;
    count++;
    void platform.background.start('resume', () =>
      lanesOf(platform).inTurn(member.id, () => start(platform, member)),
    );
  }
  return { status: 200, body: { status: 'provisioning', resumed_count: count } };
}
