import { seam } from '../../seam.ts';
import { workspaceOfToken } from '../auth/tokens.ts';
import { messageOf } from '../background.ts';
import { delegationIdOf } from '../delegation/stitch.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

interface Item extends Row {
  readonly id: string;
  readonly workspace_id: string;
  readonly caller_id: string | null;
  readonly status: string;
  readonly priority: number;
  readonly attempts: number;
  readonly body: string;
  readonly last_error: string | null;
  readonly enqueued_at: string;
  readonly dispatched_at: string | null;
  readonly completed_at: string | null;
  readonly expires_at: string | null;
}

/** Who asks: the workspace that the header names, unverified, else the owner of the bearer. */
export interface Asker {
  readonly claimedId: string;
  readonly bearer: string;
}

/**
 * `GET /workspaces/:id/a2a/queue/:queue_id` (B): how a message that waited fares. Whoever is neither its sender nor its
 * receiver is told the same as of a message that never was.
 */
export const queueStatus = seam('platform.queueStatus', statusOf);

async function statusOf(platform: Platform, queueId: string, asker: Asker): Promise<Outcome> {
  const asking = await identify(platform, asker);
  if (asking === '') return missing();
  if (!isUuid(queueId)) return refuse(500, 'lookup failed');
  try {
    const [item] = await platform.database.query<Item>('queue-status', SELECT, [queueId]);
    if (!item || !maySee(asking, item)) return missing();
    return { status: 200, body: await shown(platform, item) };
  } catch (error) {
    platform.log.error({ queueId, reason: messageOf(error) }, 'queue status could not be read');
    return refuse(500, 'lookup failed');
  }
}

async function identify({ database }: Platform, { claimedId, bearer }: Asker): Promise<string> {
  if (claimedId !== '' || bearer === '') return claimedId;
  return (await workspaceOfToken(database, bearer).catch(() => undefined)) ?? '';
}

function missing() {
  return refuse(404, 'queue item not found');
}

/** Its sender and its receiver, and nobody else. */
export const maySee = seam('platform.maySeeQueueItem', isParty);

function isParty(asking: string, item: Pick<Item, 'caller_id' | 'workspace_id'>): boolean {
  return asking === item.caller_id || asking === item.workspace_id;
}

/** Times as PostgreSQL writes them. */
const SELECT = `
  SELECT id, workspace_id, caller_id, status, priority, attempts, body::text AS body, last_error,
         enqueued_at::text AS enqueued_at, dispatched_at::text AS dispatched_at, completed_at::text AS completed_at,
         expires_at::text AS expires_at
    FROM a2a_queue WHERE id = $1`;

/** What is told of a message: never itself, nor who sent it. */
async function shown(platform: Platform, item: Item): Promise<JsonObject> {
  return {
    queue_id: item.id,
    workspace_id: item.workspace_id,
    status: item.status,
    priority: item.priority,
    attempts: item.attempts,
    last_error: item.last_error ?? undefined,
    enqueued_at: item.enqueued_at,
    dispatched_at: item.dispatched_at ?? undefined,
    completed_at: item.completed_at ?? undefined,
    expires_at: item.expires_at ?? undefined,
    response_body: await answerOf(platform, item),
  };
}

/** The answer that a delegation was given, in base64. */
async function answerOf({ database }: Platform, item: Item): Promise<string | undefined> {
  const delegationId = delegationIdOf(item.body);
  if (item.status !== 'completed' || item.caller_id === null || delegationId === undefined) return undefined;
  const rows = await database.query<Row & { response_body: string | null }>(
    'queue-answer',
    `SELECT response_body FROM activity_logs
      WHERE workspace_id = $1 AND delegation_id = $2 AND method = 'delegate_result' ORDER BY seq DESC LIMIT 1`,
    [item.caller_id, delegationId],
  );
  const text = rows[0]?.response_body ?? undefined;
  return text === undefined ? undefined : Buffer.from(text).toString('base64');
}
