import { seam } from '../../seam.ts';
import { EXTERNAL_RUNTIMES } from '../control-plane/runtimes.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { instant } from '../store/instant.ts';

/** How long the platform believes that an instance of its own lives without hearing of it (E.1, E.3). */
const MANAGED_SILENCE_MS = 180_000;

/** Whose silence is looked at, how long it may last, and what it comes to. */
export interface Silence {
  readonly external: boolean;
  readonly afterMs: number;
  readonly to: 'awaiting_agent' | 'offline';
}

/**
 * The health sweep of E.3: an external agent that is silent is waited for again, in R3, and an instance of the platform's
 * own is offline, in both. Runtime and age are looked at in the statement that writes, so that no heartbeat is overrun.
 */
export async function sweepSilent(platform: Platform): Promise<void> {
  for (const silence of silences(platform)) {
    for (const id of await overtake(platform, silence)) {
      await platform.broadcaster.record(platform.database, 'WORKSPACE_OFFLINE', id, {});
    }
  }
}

/** What the sweep looks for. */
export const silences = seam('platform.silences', silencesOf);

function silencesOf({ rules, config }: Platform): readonly Silence[] {
  const managed = { external: false, afterMs: MANAGED_SILENCE_MS, to: 'offline' } as const;
  const external = { external: true, afterMs: config.staleAfterMs, to: 'awaiting_agent' } as const;
  return rules.sweepsExternals ? [external, managed] : [managed];
}

/** Ends the status of whoever is silent; answers whose. */
export const overtake = seam('platform.overtakeSilent', endStatus);

async function endStatus(platform: Platform, { external, afterMs, to }: Silence): Promise<readonly string[]> {
  const nowMs = platform.clock.nowMs();
  const rows = await platform.database.query<Row & { id: string }>(
    'sweep-silent',
    `UPDATE workspaces SET status = $1::workspace_status, updated_at = ${instant(2)}
      WHERE status IN ('online', 'degraded') AND (runtime = ANY($3::text[])) = $4
        AND COALESCE(last_heartbeat_at, created_at) <= ${instant(5)} RETURNING id`,
    [to, nowMs, [...EXTERNAL_RUNTIMES], external, nowMs - afterMs],
  );
  return rows.map(({ id }) => id);
}
