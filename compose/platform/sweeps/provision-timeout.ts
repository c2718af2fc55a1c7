import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { moveStatus } from '../workspaces/status.ts';

const TIMEOUT_MS = 600_000;
const SLOW_MS: Readonly<Record<string, number>> = { hermes: 1_800_000 };

interface Starting extends Row {
  readonly id: string;
  readonly runtime: string;
  readonly since_ms: number;
}

/** Fails what has been starting for too long (F.5), each workspace by its own limit; external ones too. */
export async function sweepProvisioning(platform: Platform): Promise<void> {
  const rows = await platform.database.query<Starting>('sweep-provisioning', SELECT);
  const nowMs = platform.clock.nowMs();
  for (const row of rows) {
    const timeoutMs = provisionTimeoutMs(platform, row.runtime);
    if (nowMs - row.since_ms >= timeoutMs) await giveUp(platform, row, timeoutMs, nowMs);
  }
}

const SELECT = `
  SELECT id, runtime, (extract(epoch FROM updated_at) * 1000)::double precision AS since_ms
    FROM workspaces WHERE status = 'provisioning'`;

/** How long a runtime may take to come up: 10 min, hermes 30 min, unless PROVISION_TIMEOUT_SECONDS rules for all (F.5). */
export const provisionTimeoutMs = seam('platform.provisionTimeoutMs', timeoutOf);

function timeoutOf(platform: Platform, runtime: string): number {
  return platform.config.provisionTimeoutMs ?? SLOW_MS[runtime] ?? TIMEOUT_MS;
}

/** Only while nothing happened to it in between: a heartbeat that comes now has won. */
async function giveUp(platform: Platform, row: Starting, timeoutMs: number, nowMs: number): Promise<void> {
  const error = 'provisioning timed out';
  const untouchedSinceMs = nowMs - timeoutMs;
  const move = { to: 'failed', from: ['provisioning'], sampleError: error, untouchedSinceMs } as const;
  if (!(await moveStatus(platform, row.id, move))) return;
  const payload = timeoutPayload(error, timeoutMs / 1000, row.runtime);
  await platform.broadcaster.record(platform.database, 'WORKSPACE_PROVISION_FAILED', row.id, payload);
}

/** What is told of it: also which limit it was, and whose. */
export const timeoutPayload = seam('platform.timeoutPayload', payloadOf);

function payloadOf(error: string, timeoutSeconds: number, runtime: string) {
  return { error, timeout_secs: timeoutSeconds, runtime, source: 'provision_timeout_sweep' };
}
