import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { type Json, type JsonObject, verbatim } from '../json.ts';
import type { Platform } from '../platform.ts';
import { checkRegistryToken } from '../registry/token-gate.ts';
import type { Rules } from '../rules.ts';
import type { Row } from '../store/database.ts';

const COMMON = `id, name, role, tier, runtime, status, parent_id, url, agent_card, active_tasks, max_concurrent_tasks,
  last_error_rate, uptime_seconds, collapsed, x, y, compute, broadcast_enabled, talk_to_user_enabled, removed_at,
  last_outbound_at, budget_limit, monthly_spend, current_task, last_sample_error, workspace_dir`;

/** `GET /workspaces/:id` (F.3), open to everyone. */
export const readWorkspace = seam('platform.readWorkspace', readOne);

async function readOne(platform: Platform, id: string, includeRemoved: boolean): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const rows = await platform.database.query(
    'workspace-read',
    `SELECT ${COMMON} FROM workspaces WHERE id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) return refuse(404, 'workspace not found');
  if (row.status === 'removed' && platform.rules.removedIsGone && !includeRemoved) return removed(row);
  const single = { ...shared(row, platform.rules), last_outbound_at: row.last_outbound_at as Json };
  return { status: 200, body: single };
}

function removed(row: Row): Refusal {
  return refuse(410, 'workspace removed', {
    id: row.id as Json,
    removed_at: row.removed_at as Json,
    hint: 'add ?include_removed=true to read it',
  });
}

/** `GET /workspaces` (F.3): all that are not removed, with the columns only an admin sees. */
export const listWorkspaces = seam('platform.listWorkspaces', listAll);

async function listAll(platform: Platform): Promise<Outcome> {
  const rows = await platform.database.query(
    'workspace-list',
    `SELECT ${COMMON} FROM workspaces WHERE status <> 'removed' ORDER BY created_at, id`,
  );
  return { status: 200, body: rows.map((row) => listed(row, platform.rules)) };
}

function listed(row: Row, rules: Rules): JsonObject {
  const { budget_limit, monthly_spend, current_task, last_sample_error, workspace_dir } = row as Record<
    string,
    Json
  >;
  return {
    ...shared(row, rules),
    budget_limit,
    monthly_spend,
    current_task,
    last_sample_error,
    workspace_dir,
  };
}

function shared(row: Row, rules: Rules): JsonObject {
  const columns = row as Record<string, Json>;
  const { id, name, role, tier, runtime, status, parent_id, active_tasks, max_concurrent_tasks } = columns;
  const { last_error_rate, uptime_seconds, collapsed, x, y, broadcast_enabled, talk_to_user_enabled } =
    columns;
  return {
    ...{ id, name, role, tier, runtime, status, parent_id, active_tasks, max_concurrent_tasks },
    ...{ last_error_rate, uptime_seconds, collapsed, x, y },
    url: columns.url ?? '',
    agent_card: document(row.agent_card),
    ...(rules.hasAbilities ? { broadcast_enabled, talk_to_user_enabled } : {}),
    ...(rules.showsCompute ? { compute: document(row.compute) } : {}),
  };
}

function document(column: unknown): Json {
  return typeof column === 'string' ? verbatim(column) : null;
}

/**
 * `GET /workspaces/:id/state` (F.3): status, and whether the workspace is gone. It looks at the bearer once more: a
 * workspace with a live token tells its state to itself alone.
 */
export const workspaceState = seam('platform.workspaceState', stateOf);

async function stateOf(platform: Platform, id: string, bearer: string): Promise<Outcome> {
  if (!isUuid(id)) return refuse(500, 'auth check failed');
  const gate = await checkRegistryToken(platform.database, id, bearer);
  if (isRefusal(gate)) return gate;
  const sql = 'SELECT status FROM workspaces WHERE id = $1';
  const rows = await platform.database.query('workspace-state', sql, [id]);
  const status = rows[0]?.status as string | undefined;
  if (status === undefined) return { status: 404, body: { workspace_id: id, deleted: true } };
  if (status === 'removed') return { status: 404, body: { workspace_id: id, deleted: true, status } };
  return { status: 200, body: { workspace_id: id, status, paused: status === 'paused', deleted: false } };
}
