import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';

const DEFAULT_MINUTES = 60;
/** Older than any message can be. */
const MOST_MINUTES = 100_000_000;

/** `POST /admin/a2a-queue/drop-stale` (B): gives up what has waited for longer than so many minutes. */
export const dropStale = seam('platform.dropStale', drop);

async function drop(
  platform: Platform,
  maxAge: string | undefined,
  workspaceId: string | undefined,
): Promise<Outcome> {
  const minutes = minutesOf(maxAge);
  if (minutes === undefined) return refuse(400, 'max_age_minutes must be a positive integer');
  if (workspaceId && !isUuid(workspaceId)) return refuse(500, 'failed to drop stale items');
  const beforeMs = platform.clock.nowMs() - Math.min(minutes, MOST_MINUTES) * 60_000;
  const note = `dropped: waited for more than ${minutes} minutes`;
  const rows = await platform.database.query('queue-drop-stale', DROP, [beforeMs, workspaceId || null, note]);
  return { status: 200, body: { dropped: rows.length } };
}

function minutesOf(text: string | undefined): number | undefined {
  if (!text) return DEFAULT_MINUTES;
  const minutes = /^\+?\d+$/.test(text) ? Number(text) : 0;
  return minutes > 0 && Number.isSafeInteger(minutes) ? minutes : undefined;
}

const DROP = `
  UPDATE a2a_queue SET status = 'dropped', last_error = concat_ws('; ', last_error, $3::text)
   WHERE status = 'queued' AND enqueued_at < to_timestamp($1::double precision / 1000)
     AND ($2::uuid IS NULL OR workspace_id = $2::uuid)
  RETURNING id`;
