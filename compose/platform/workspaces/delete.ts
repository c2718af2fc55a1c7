import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { stopInstance, withinMs } from '../control-plane/stop.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Queries } from '../store/database.ts';
import { instant } from '../store/instant.ts';
import { familyOf, type Member } from './family.ts';

/** How long stopping a whole family may take. */
const CLEANUP_MS = 30_000;

export interface DeleteOrder {
  readonly confirm: boolean;
  /** Nothing is to be left of it. */
  readonly purge: boolean;
  /** The data of its instances go too. */
  readonly eraseData: boolean;
  /** Header X-Confirm-Name, where it is asked for. */
  readonly confirmName: string;
}

/** `DELETE /workspaces/:id` (F.4): rows removed and tokens revoked first, then every instance is stopped. */
export const deleteWorkspace = seam('platform.deleteWorkspace', remove);

async function remove(platform: Platform, id: string, order: DeleteOrder): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const family = await familyOf(platform.database, id);
  const refused = refuseDelete(platform, id.toLowerCase(), family, order);
  if (refused) return refused;
  await platform.database.transaction((queries) => markRemoved(platform, queries, family));
  const reasons = await stopAll(platform, family, order.eraseData);
  await announce(platform, id.toLowerCase(), family);
  if (reasons.length > 0) {
    const counts = { removed_count: family.filter(isLive).length, stop_failures: reasons.length };
    return refuse(500, stopFailureText(reasons), counts);
  }
  const body = { status: 'removed', cascade_deleted: cascaded(id.toLowerCase(), family) };
  return order.purge ? purge(platform, family, body) : { status: 200, body };
}

/** Canned: what the back end said stays in the log (careful rule). */
export const stopFailureText = seam('platform.stopFailureText', textOf);

function textOf(reasons: readonly string[]): string {
  return `workspace marked removed, but ${reasons.length} stop call(s) failed — please retry: the back end did not confirm`;
}

/** The rows go, and with them whatever belongs to them; a child is never left without its parent. */
async function purge(platform: Platform, family: readonly Member[], body: JsonObject): Promise<Outcome> {
  try {
    const ids = family.map((member) => member.id);
    await platform.database.query('delete-purge', 'DELETE FROM workspaces WHERE id = ANY($1::uuid[])', [ids]);
    return { status: 200, body: { ...body, status: 'purged' } };
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'workspaces could not be purged');
    return refuse(500, 'purge failed');
  }
}

function isLive(member: Member): boolean {
  return member.status !== 'removed';
}

/** Descendants that this very call removed. */
function cascaded(id: string, family: readonly Member[]): number {
  return family.filter((member) => isLive(member) && member.id !== id).length;
}

/** A removed workspace whose instance still has to be stopped may be deleted again: the advised retry works. */
function refuseDelete(
  platform: Platform,
  id: string,
  family: readonly Member[],
  order: DeleteOrder,
): Refusal | undefined {
  const root = family.find((member) => member.id === id);
  const unfinished = family.some((member) => member.status === 'removed' && member.instance_id !== null);
  if (platform.rules.deleteAsksForName) {
    if (!root) return refuse(404, 'workspace not found');
    if (root.status === 'removed' && !unfinished) return refuse(410, 'workspace removed', { id });
    if (!confirmsName(order.confirmName, root.name)) return unconfirmed(root, family);
  }
  const children = family.filter((member) => member.parent_id === id && isLive(member));
  if (children.length === 0 || order.confirm) return undefined;
  const body = {
    status: 'confirmation_required',
    message: 'the workspace has children, repeat with ?confirm=true',
    children: children.map(({ id: childId, name }) => ({ id: childId, name })),
    children_count: children.length,
  };
  return { refused: { status: 409, body } };
}

/** Letter by letter. */
export const confirmsName = seam('platform.confirmsName', (given: string, name: string) => given === name);

function unconfirmed(root: Member, family: readonly Member[]): Refusal {
  return refuse(400, 'destructive_action_requires_confirmation', {
    hint: 'send the exact name of the workspace in the header X-Confirm-Name',
    workspace_name: root.name,
    child_count: family.filter((member) => member.parent_id === root.id && isLive(member)).length,
    active_tasks: root.active_tasks,
    schedule_count: 0,
  });
}

/** The rows first, and with them every bearer. */
export const markRemoved = seam('platform.markRemoved', mark);

async function mark(platform: Platform, queries: Queries, family: readonly Member[]): Promise<void> {
  const ids = family.map((member) => member.id);
  await queries.query(
    'delete-mark',
    `UPDATE workspaces SET status = 'removed', removed_at = COALESCE(removed_at, ${instant(2)}),
       updated_at = ${instant(2)} WHERE id = ANY($1::uuid[])`,
    [ids, platform.clock.nowMs()],
  );
  await queries.query(
    'delete-tokens',
    `UPDATE workspace_auth_tokens SET revoked_at = clock_timestamp()
      WHERE workspace_id = ANY($1::uuid[]) AND revoked_at IS NULL`,
    [ids],
  );
}

/** Why instances may still run; their ids are kept for the retry. Goes on when the client hangs up. */
async function stopAll(
  platform: Platform,
  family: readonly Member[],
  prune: boolean,
): Promise<readonly string[]> {
  const deadlineMs = platform.clock.nowMs() + CLEANUP_MS;
  const reasons: string[] = [];
  for (const member of family) {
    if (!platform.controlPlane || !member.instance_id) continue;
    const leftMs = Math.max(0, deadlineMs - platform.clock.nowMs());
    const reason = await stopOne(platform, member, prune, leftMs);
    if (reason !== undefined) reasons.push(reason);
  }
  return reasons;
}

async function stopOne(
  platform: Platform,
  member: Member,
  prune: boolean,
  leftMs: number,
): Promise<string | undefined> {
  const { id: workspaceId } = member;
  try {
    await withinMs(platform.clock, leftMs, stopInstance(platform, member, prune));
    const sql = 'UPDATE workspaces SET instance_id = NULL WHERE id = $1';
    await platform.database.query('delete-stopped', sql, [workspaceId]);
    return undefined;
  } catch (error) {
    const reason = messageOf(error);
    platform.log.error({ workspaceId, reason }, 'instance could not be stopped');
    return reason;
  }
}

async function announce(platform: Platform, id: string, family: readonly Member[]): Promise<void> {
  for (const member of family.filter(isLive)) {
    platform.runtimeState.setCapabilities(member.id, []);
    platform.runtimeState.setIdleTimeoutSeconds(member.id, undefined);
    const payload = member.id === id ? { cascade_deleted: cascaded(id, family) } : {};
    await platform.broadcaster.record(platform.database, 'WORKSPACE_REMOVED', member.id, payload);
  }
}
