import { type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import { readFields } from '../workspaces/fields.ts';

/** A heartbeat with absent members as zero or empty; money in cents, undefined = leave unchanged (E.2). */
export interface Heartbeat {
  readonly workspaceId: string;
  readonly errorRate: number;
  readonly sampleError: string;
  readonly activeTasks: number;
  readonly uptimeSeconds: number;
  readonly currentTask: string;
  readonly monthlySpend: number | undefined;
  readonly runtimeState: string;
  readonly capabilities: readonly string[];
  readonly idleTimeoutSeconds: number | undefined;
}

const MAX_SPEND = 1e12;

/** Reads a heartbeat; 400 when a member has the wrong type or the workspace is missing. */
export function readHeartbeat(body: JsonObject = {}): Heartbeat | Refusal {
  const read = readFields(body);
  const metadata = readFields(read.object('runtime_metadata') ?? {});
  const flags = metadata.object('capabilities') ?? {};
  const capability = readFields(flags);
  const beat = {
    workspaceId: read.text('workspace_id') ?? '',
    errorRate: read.number('error_rate') ?? 0,
    sampleError: read.text('sample_error') ?? '',
    activeTasks: read.integer('active_tasks') ?? 0,
    uptimeSeconds: read.integer('uptime_seconds') ?? 0,
    currentTask: read.text('current_task') ?? '',
    monthlySpend: spendOf(read.integer('monthly_spend') ?? 0),
    runtimeState: read.text('runtime_state') ?? '',
    capabilities: Object.keys(flags).filter((name) => capability.flag(name) === true),
    idleTimeoutSeconds: metadata.number('idle_timeout_seconds'),
  };
  const isSound = [read, metadata, capability].every(({ sound }) => sound());
  return isSound && beat.workspaceId !== '' ? beat : refuse(400, 'invalid request body');
}

function spendOf(cents: number): number | undefined {
  return cents > 0 ? Math.min(cents, MAX_SPEND) : undefined;
}
