import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import { type JsonObject, verbatim } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

const DEFAULT_ROWS = 100;
const MAX_ROWS = 500;

interface Recorded extends Row {
  readonly id: string;
  readonly event_type: string;
  readonly workspace_id: string | null;
  readonly payload: string;
  readonly created_at: string;
}

/** `GET /events` and `GET /events/:workspaceId` (C.4): what was written down, the newest first. */
export const recordedEvents = seam('platform.recordedEvents', list);

async function list(
  platform: Platform,
  workspaceId: string | undefined,
  limit: string | undefined,
): Promise<Outcome> {
  try {
    const rows = await platform.database.query<Recorded>('events-recorded', NEWEST, [
      workspaceId ?? null,
      rowLimit(limit),
    ]);
    return { status: 200, body: rows.map(shown) };
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'events could not be read');
    return refuse(500, 'query failed');
  }
}

const NEWEST = `
  SELECT id::text AS id, event_type, workspace_id, payload, created_at FROM structure_events
   WHERE $1::uuid IS NULL OR workspace_id = $1::uuid ORDER BY structure_events.id DESC LIMIT $2`;

function rowLimit(text: string | undefined): number {
  const limit = /^\d+$/.test(text ?? '') ? Number(text) : 0;
  return limit > 0 ? Math.min(limit, MAX_ROWS) : DEFAULT_ROWS;
}

function shown({ id, event_type, workspace_id, payload, created_at }: Recorded): JsonObject {
  return { id, event_type, workspace_id, payload: verbatim(payload), created_at };
}
