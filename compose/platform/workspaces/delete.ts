import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Queries, Row } from '../store/database.ts';

interface Member extends Row {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly instance_id: string | null;
  readonly parent_id: string | null;
  readonly active_tasks: number;
}
export interface DeleteOrder {
  readonly confirm: boolean;
  /** Nothing is to be left of it. */
  readonly purge: boolean;
  /** Header X-Confirm-Name, where it is asked for. */
  readonly confirmName: string;
}

/** `DELETE /workspaces/:id` (F.4): rows removed and tokens revoked first, then every instance is stopped. */
export const deleteWorkspace = seam('platform.deleteWorkspace', remove);

async function remove(platform: Platform, id: string, order: DeleteOrder): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const family = await platform.database.query<Member>('delete-family', FAMILY, [id]);
  const refused = refuseDelete(platform, id.toLowerCase(), family, order);
  if (refused) return refused;
  await platform.database.transaction((queries) =>
    markRemoved(
      queries,
      family.map((member) => member.id),
    ),
  );
  const failures = await stopAll(platform, family);
  await announce(platform, id.toLowerCase(), family);
  if (failures > 0) {
    const error = `workspace marked removed, but ${failures} stop call(s) failed — please retry: the back end did not confirm`;
    return refuse(500, error, { removed_count: family.filter(isLive).length, stop_failures: failures });
  }
  const body = { status: 'removed', cascade_deleted: cascaded(id.toLowerCase(), family) };
  return order.purge ? purge(platform, family, body) : { status: 200, body };
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

const FAMILY = `
  WITH RECURSIVE family AS (
    SELECT id, name, status, instance_id, parent_id, active_tasks FROM workspaces WHERE id = $1
    UNION
    SELECT w.id, w.name, w.status, w.instance_id, w.parent_id, w.active_tasks
      FROM workspaces w JOIN family f ON w.parent_id = f.id
  )
  SELECT * FROM family`;

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
    if (order.confirmName !== root.name) return unconfirmed(root, family);
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

function unconfirmed(root: Member, family: readonly Member[]): Refusal {
  return refuse(400, 'destructive_action_requires_confirmation', {
    hint: 'send the exact name of the workspace in the header X-Confirm-Name',
    workspace_name: root.name,
    child_count: family.filter((member) => member.parent_id === root.id && isLive(member)).length,
    active_tasks: root.active_tasks,
    schedule_count: 0,
  });
}

async function markRemoved(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.query(
    'delete-mark',
    `UPDATE workspaces SET status = 'removed', removed_at = COALESCE(removed_at, clock_timestamp()),
       updated_at = clock_timestamp() WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  await queries.query(
    'delete-tokens',
    `UPDATE workspace_auth_tokens SET revoked_at = clock_timestamp()
      WHERE workspace_id = ANY($1::uuid[]) AND revoked_at IS NULL`,
    [ids],
  );
}

async function stopAll(platform: Platform, family: readonly Member[]): Promise<number> {
  let failures = 0;
  for (const member of family) {
    if (!platform.controlPlane || !member.instance_id) continue;
    try {
      await platform.controlPlane.stop(member.id, member.instance_id);
      await platform.database.query(
        'delete-stopped',
        'UPDATE workspaces SET instance_id = NULL WHERE id = $1',
        [member.id],
      );
    } catch (error) {
      failures++;
      platform.log.error(
        { workspaceId: member.id, reason: messageOf(error) },
        'instance could not be stopped',
      );
    }
  }
  return failures;
}

async function announce(platform: Platform, id: string, family: readonly Member[]): Promise<void> {
  for (const member of family.filter(isLive)) {
    platform.runtimeState.setCapabilities(member.id, []);
    platform.runtimeState.setIdleTimeoutSeconds(member.id, undefined);
    const payload = member.id === id ? { cascade_deleted: cascaded(id, family) } : {};
    await platform.broadcaster.record(platform.database, 'WORKSPACE_REMOVED', member.id, payload);
  }
}
