import { seam } from '../../seam.ts';
import { drainOne } from '../a2a/drain.ts';
import { newSecret } from '../auth/tokens.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Queries, Row } from '../store/database.ts';
import { instant } from '../store/instant.ts';
import { moveStatus } from '../workspaces/status.ts';
import { evaluateStatus } from './evaluate.ts';
import { type Heartbeat, readHeartbeat } from './heartbeat-body.ts';
import { checkRegistryToken } from './token-gate.ts';

interface Before extends Row {
  readonly status: string;
  readonly current_task: string;
  readonly monthly_spend: number;
  readonly secret: string;
  readonly max_concurrent_tasks: number;
}

/** `POST /registry/heartbeat` (E.2). */
export const heartbeat = seam('platform.heartbeat', receive);

async function receive(platform: Platform, body: JsonObject | undefined, bearer: string): Promise<Outcome> {
  const beat = readHeartbeat(body);
  if (isRefusal(beat)) return beat;
  const gate = await checkRegistryToken(platform.database, beat.workspaceId, bearer);
  if (isRefusal(gate)) return gate;
  if (!isUuid(beat.workspaceId)) return refuse(500, 'failed to update');
  try {
    return await accept(platform, { ...beat, workspaceId: beat.workspaceId.toLowerCase() });
  } catch (error) {
    platform.log.error({ workspaceId: beat.workspaceId, reason: messageOf(error) }, 'heartbeat not stored');
    return refuse(500, 'failed to update');
  }
}

/** An unknown workspace gets its 200 without a secret that nobody stored (careful rule). */
async function accept(platform: Platform, beat: Heartbeat): Promise<Outcome> {
  const before = await platform.database.transaction((queries) => store(platform, queries, beat));
  if (before) {
    await changeStatus(platform, beat, before);
    rememberRuntime(platform, beat);
  }
  heartbeatEvents(platform, beat, before?.current_task ?? '');
  if (before && beat.activeTasks < before.max_concurrent_tasks) drainBehind(platform, beat.workspaceId);
  const secret = platform.rules.heartbeatReturnsSecret ? before?.secret : undefined;
  return { status: 200, body: { status: 'ok', platform_inbound_secret: secret } };
}

/** Nothing of it is told to the agent that is free; it is sent to it (B). */
function drainBehind(platform: Platform, workspaceId: string): void {
  void platform.background.start('drain', () => drainOne(platform, workspaceId));
}

/** Absent members overwrite with zero or empty, only the spend is kept; returns the row as it was before. */
async function store(platform: Platform, queries: Queries, beat: Heartbeat): Promise<Before | undefined> {
  const rows = await queries.query<Before>('heartbeat-update', UPDATE, [
    beat.workspaceId,
    beat.errorRate,
    beat.sampleError,
    beat.activeTasks,
    beat.uptimeSeconds,
    beat.currentTask,
    beat.monthlySpend ?? null,
    newSecret(),
    platform.clock.nowMs(),
  ]);
  const before = rows[0];
  const increase = before && beat.monthlySpend !== undefined ? beat.monthlySpend - before.monthly_spend : 0;
  if (increase > 0) {
    await queries.query(
      'heartbeat-spend',
      `INSERT INTO workspace_spend (workspace_id, cents, spent_at)
       VALUES ($1, $2, to_timestamp($3::double precision / 1000))`,
      [beat.workspaceId, increase, platform.clock.nowMs()],
    );
  }
  return before;
}

const UPDATE = `
  WITH before AS (
    SELECT id, status, current_task, monthly_spend, max_concurrent_tasks FROM workspaces WHERE id = $1 AND status <> 'removed' FOR UPDATE
  )
  UPDATE workspaces w SET
    last_heartbeat_at = ${instant(9)}, last_error_rate = $2, last_sample_error = $3, active_tasks = $4,
    uptime_seconds = $5, current_task = $6, monthly_spend = COALESCE($7::bigint, w.monthly_spend),
    platform_inbound_secret = COALESCE(w.platform_inbound_secret, $8), updated_at = ${instant(9)}
  FROM before WHERE w.id = before.id
  RETURNING before.status, before.current_task, before.monthly_spend, before.max_concurrent_tasks, w.platform_inbound_secret AS secret`;

async function changeStatus(platform: Platform, beat: Heartbeat, before: Before): Promise<void> {
  const managesItself = platform.runtimeState.hasCapability(beat.workspaceId, 'status_mgmt');
  const transition = evaluateStatus(before.status, beat, managesItself, platform.rules);
  if (!transition) return;
  const { to, from } = transition;
  if (!(await moveStatus(platform, beat.workspaceId, { to, from: [from] }))) return;
  await platform.broadcaster.record(
    platform.database,
    transition.event,
    beat.workspaceId,
    transition.payload,
  );
}

/** After the evaluation, so that a flag counts from the next heartbeat on; absent metadata clears both stores. */
export const rememberRuntime = seam('platform.rememberRuntime', storeRuntime);

function storeRuntime(platform: Platform, beat: Heartbeat): void {
  platform.runtimeState.setCapabilities(beat.workspaceId, beat.capabilities);
  platform.runtimeState.setIdleTimeoutSeconds(beat.workspaceId, beat.idleTimeoutSeconds);
}

/** A changed task is told first, then every heartbeat, so that a long call is seen to be alive (C.4, A.8). */
export const heartbeatEvents = seam('platform.heartbeatEvents', tellHeartbeat);

function tellHeartbeat(platform: Platform, beat: Heartbeat, previousTask: string): void {
  const { workspaceId, currentTask, activeTasks, uptimeSeconds } = beat;
  if (currentTask !== previousTask) {
    const task = { current_task: currentTask, active_tasks: activeTasks };
    platform.broadcaster.emit('TASK_UPDATED', workspaceId, task);
  }
  const pulse = { active_tasks: activeTasks, uptime_seconds: uptimeSeconds };
  platform.broadcaster.emit('WORKSPACE_HEARTBEAT', workspaceId, pulse);
}
