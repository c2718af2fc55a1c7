import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

/** A message that waited and is on its way now. */
export interface Item extends Row {
  readonly id: string;
  /** The workspace that sent it; null for the canvas. */
  readonly caller_id: string | null;
  /** The message as it was normalised when it came. */
  readonly body: string;
  readonly attempts: number;
}

/** After so many a message has failed. */
export const MAX_ATTEMPTS = 5;

/** Takes the next message of a workspace out of its queue (B): the most urgent, then the oldest, none that has expired. */
export const takeItem = seam('platform.takeItem', nextItem);

async function nextItem({ database, clock }: Platform, workspaceId: string): Promise<Item | undefined> {
  const [item] = await database.query<Item>('queue-take', TAKE, [workspaceId, clock.nowMs()]);
  return item;
}

const TAKE = `
  UPDATE a2a_queue SET status = 'dispatched', dispatched_at = clock_timestamp(), attempts = attempts + 1
   WHERE id = (
     SELECT id FROM a2a_queue
      WHERE workspace_id = $1 AND status = 'queued'
        AND (expires_at IS NULL OR expires_at > to_timestamp($2::double precision / 1000))
      ORDER BY priority DESC, enqueued_at ASC LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, caller_id, body::text AS body, attempts`;

/**
 * Lets messages wait again that were on their way when the platform ended (B): nobody is sending them any more, and what
 * became of them nobody has heard.
 */
export async function requeueUnsettled({ database }: Pick<Platform, 'database'>): Promise<number> {
  const rows = await database.query(
    'queue-requeue',
    `UPDATE a2a_queue SET status = 'queued', dispatched_at = NULL, last_error = 'the platform ended while it was sent'
      WHERE status = 'dispatched' RETURNING id`,
    [],
  );
  return rows.length;
}

/** Completes a message that was answered; any other waits again, and fails for good with its fifth attempt. */
export const settleItem = seam('platform.settleItem', writeOutcome);

async function writeOutcome({ database }: Platform, item: Item, failure: string | undefined): Promise<void> {
  if (failure === undefined) {
    const sql = `UPDATE a2a_queue SET status = 'completed', completed_at = clock_timestamp() WHERE id = $1`;
    await database.query('queue-complete', sql, [item.id]);
    return;
  }
  const status = item.attempts >= MAX_ATTEMPTS ? 'failed' : 'queued';
  const sql = 'UPDATE a2a_queue SET status = $2, last_error = $3, dispatched_at = NULL WHERE id = $1';
  await database.query('queue-return', sql, [item.id, status, failure]);
}
