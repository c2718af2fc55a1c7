import { seam } from '../../seam.ts';
import { storable } from '../activity/write.ts';
import { isObject, type JsonObject, numberOf } from '../json.ts';
import type { Rules } from '../rules.ts';
import type { Queries, Row } from '../store/database.ts';
import { type NormalisedCall, sourceOf } from './call.ts';
import { within } from './scope.ts';

export interface Queued {
  readonly queueId: string;
  /** Waiting items of the workspace, this one included. */
  readonly depth: number;
}

/** Keeps a message for later (B); a repeat of a waiting message returns the row that is there. Rejects on failure. */
export const enqueue = seam('platform.enqueue', insertItem);

async function insertItem(call: NormalisedCall): Promise<Queued> {
  const { database } = call.platform;
  return within(call.signal, async () => {
    const queueId = await insert(database, call);
    const rows = await database.query<Row & { depth: number }>(
      'queue-depth',
      `SELECT count(*)::integer AS depth FROM a2a_queue WHERE workspace_id = $1 AND status = 'queued'`,
      [call.targetId],
    );
    return { queueId, depth: rows[0]?.depth ?? 1 };
  });
}

async function insert(queries: Queries, call: NormalisedCall): Promise<string> {
  const ttlSeconds = timeToLiveSeconds(call.payload, call.platform.rules);
  const expiresAtMs = ttlSeconds === undefined ? null : call.platform.clock.nowMs() + ttlSeconds * 1000;
  const rows = await queries.query<Row & { id: string }>(
    'queue-insert',
    `INSERT INTO a2a_queue (workspace_id, caller_id, body, method, idempotency_key, expires_at)
     VALUES ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))
     ON CONFLICT (workspace_id, idempotency_key)
       WHERE idempotency_key IS NOT NULL AND status IN ('queued', 'dispatched')
       DO UPDATE SET idempotency_key = EXCLUDED.idempotency_key
     RETURNING id`,
    [
      call.targetId,
      sourceOf(call) ?? null,
      call.bytes.toString(),
      storable(call.method),
      storable(idempotencyKey(call.payload)),
      expiresAtMs,
    ],
  );
  return rows[0]?.id ?? '';
}

/** The message's id; an empty or missing one protects against nothing. */
export const idempotencyKey = seam('platform.idempotencyKey', messageIdOf);

function messageIdOf(payload: JsonObject): string | undefined {
  const message = isObject(payload.params) ? payload.params.message : undefined;
  const id = isObject(message) ? message.messageId : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** `params.expires_in_seconds` above zero; 60.0 counts, and 1.5 as one second where fractions are cut. */
export const timeToLiveSeconds = seam('platform.timeToLiveSeconds', expiryOf);

function expiryOf(payload: JsonObject, rules: Rules): number | undefined {
  const seconds = isObject(payload.params) ? numberOf(payload.params.expires_in_seconds) : undefined;
  if (seconds === undefined || (!rules.truncatesTimeToLive && !Number.isInteger(seconds))) return undefined;
  const whole = Math.trunc(seconds);
  return whole > 0 && whole < 1e11 ? whole : undefined;
}
