import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';
import { instant } from '../store/instant.ts';

/** The states that a workspace can leave (F.1): all but `removed`. */
export const LIVE = [
  ...(['provisioning', 'online', 'offline', 'degraded', 'failed', 'paused', 'hibernated'] as const),
  ...(['awaiting_agent', 'hibernating'] as const),
] as const;
export type LiveStatus = (typeof LIVE)[number];

/** A change of status, and what is kept of the error behind it. */
export interface Move {
  readonly to: LiveStatus;
  readonly from: readonly LiveStatus[];
  readonly sampleError?: string;
  /** Only when the row was last changed by then, in milliseconds since the epoch. */
  readonly untouchedSinceMs?: number;
}

/** Every live status but these. */
export function liveBut(...excepted: readonly LiveStatus[]): readonly LiveStatus[] {
  return LIVE.filter((status) => !excepted.includes(status));
}

/** Moves a workspace on, unless it is elsewhere by now; true when it moved. What is removed stays so (careful rule of F.4). */
export const moveStatus = seam('platform.moveStatus', move);

async function move(platform: Platform, id: string, wanted: Move): Promise<boolean> {
  const { to, from, sampleError, untouchedSinceMs } = wanted;
  const rows = await platform.database.query(
    'status-move',
    `UPDATE workspaces SET status = $2::workspace_status, updated_at = ${instant(5)},
       last_sample_error = COALESCE($4, last_sample_error)
      WHERE id = $1 AND status = ANY($3::workspace_status[])
        AND ($6::double precision IS NULL OR updated_at <= ${instant(6)}) RETURNING id`,
    [id, to, from, sampleError ?? null, platform.clock.nowMs(), untouchedSinceMs ?? null],
  );
  return rows.length > 0;
}
