import { type Refusal, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, numberOf } from '../json.ts';

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
  const numbers = ['error_rate', 'active_tasks', 'uptime_seconds', 'monthly_spend'].every((key) =>
    isNumber(body[key]),
  );
  const texts = ['sample_error', 'current_task', 'runtime_state'].every((key) => isText(body[key]));
  if (!numbers || !texts || typeof body.workspace_id !== 'string' || body.workspace_id === '')
    return refuse(400, 'invalid request body');
  const metadata = isObject(body.runtime_metadata) ? body.runtime_metadata : {};
  return {
    workspaceId: body.workspace_id,
    errorRate: numberOf(body.error_rate) ?? 0,
    sampleError: textOf(body.sample_error),
    activeTasks: Math.trunc(numberOf(body.active_tasks) ?? 0),
    uptimeSeconds: Math.trunc(numberOf(body.uptime_seconds) ?? 0),
    currentTask: textOf(body.current_task),
    monthlySpend: spendOf(body.monthly_spend),
    runtimeState: textOf(body.runtime_state),
    capabilities: capabilitiesOf(metadata.capabilities),
    idleTimeoutSeconds: numberOf(metadata.idle_timeout_seconds),
  };
}

function isNumber(value: Json | undefined): boolean {
  return value === undefined || value === null || numberOf(value) !== undefined;
}

function isText(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function spendOf(value: Json | undefined): number | undefined {
  const cents = Math.trunc(numberOf(value) ?? 0);
  return cents > 0 ? Math.min(cents, MAX_SPEND) : undefined;
}

function capabilitiesOf(value: Json | undefined): readonly string[] {
  return isObject(value) ? Object.keys(value).filter((name) => value[name] === true) : [];
}
