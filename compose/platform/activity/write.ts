import { seam } from '../../seam.ts';
import { type JsonObject, verbatim } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Queries } from '../store/database.ts';
import { redactSecrets } from './redact.ts';

/** A row of the activity log; documents are JSON text, durations milliseconds. */
export interface Activity {
  readonly workspaceId: string;
  readonly type: string;
  readonly sourceId?: string | undefined;
  readonly targetId?: string | undefined;
  readonly method?: string | undefined;
  readonly summary?: string | undefined;
  readonly requestBody?: string | undefined;
  readonly responseBody?: string | undefined;
  readonly toolTrace?: string | undefined;
  readonly durationMs?: number | undefined;
  readonly status: string;
  readonly errorDetail?: string | undefined;
  /** Whom a row of a delegation belongs to (C.5), and what keeps it from being made twice. */
  readonly delegationId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Commits the row and then tells listeners (ACTIVITY_LOGGED); rejects when there is no row. */
export const writeActivity = seam('platform.writeActivity', commitActivity);

async function commitActivity(platform: Platform, activity: Activity): Promise<void> {
  await insertActivity(platform, activity);
  tellActivity(platform, activity);
}

/** Tells listeners of a row that is committed (ACTIVITY_LOGGED). */
export function tellActivity(platform: Platform, activity: Activity): void {
  platform.broadcaster.emit(
    'ACTIVITY_LOGGED',
    activity.workspaceId.toLowerCase(),
    loggedPayload(platform, activity),
  );
}

/**
 * Commits the row alone. A writer holds its workspace's lock in shared mode while a reader with a cursor takes it
 * exclusively: no row can become visible behind a cursor that was already handed out. A clause of our own.
 */
export async function insertActivity(
  { database }: Platform,
  activity: Activity,
  queries: Queries = database,
): Promise<void> {
  await queries.query(
    'activity-insert',
    `WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(hashtextextended($1::text, 0)))
     INSERT INTO activity_logs (workspace_id, activity_type, source_id, target_id, method, summary, request_body,
                                response_body, tool_trace, duration_ms, status, error_detail,
                                delegation_id, idempotency_key)
     SELECT $1::uuid, $2, $3::uuid, $4::uuid, $5, $6, $7::json, $8::json, $9::json, $10::bigint, $11, $12, $13, $14
       FROM held`,
    [
      activity.workspaceId.toLowerCase(),
      activity.type,
      activity.sourceId ?? null,
      activity.targetId ?? null,
      storable(activity.method),
      storable(activity.summary),
      activity.requestBody ?? null,
      activity.responseBody ?? null,
      activity.toolTrace ?? null,
      activity.durationMs ?? null,
      storable(activity.status),
      storable(activity.errorDetail),
      storable(activity.delegationId),
      storable(activity.idempotencyKey),
    ],
  );
}

/** A text column cannot hold U+0000; documents can and do. */
export function storable(text: string | undefined): string | null {
  return text?.replaceAll('\0', '\ufffd') ?? null;
}

function loggedPayload(platform: Platform, activity: Activity): JsonObject {
  const document = (text: string | undefined) => (text === undefined ? undefined : verbatim(text));
  const detail = platform.rules.eventsShowErrorDetail ? activity.errorDetail : undefined;
  return {
    activity_type: activity.type,
    method: activity.method ?? null,
    summary: activity.summary ?? null,
    status: activity.status,
    source_id: activity.sourceId ?? null,
    target_id: activity.targetId ?? null,
    duration_ms: activity.durationMs ?? null,
    tool_trace: document(activity.toolTrace),
    request_body: document(activity.requestBody),
    response_body: document(activity.responseBody),
    error_detail: detail === undefined ? undefined : redactSecrets(detail),
  };
}
