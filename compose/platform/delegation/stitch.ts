import { seam } from '../../seam.ts';
import { storable } from '../activity/write.ts';
import { isObject, parseJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { replyText } from './judge-reply.ts';
import { tellComplete, tellFailed } from './results.ts';
import { completedSummary } from './rows.ts';

/** A message of the queue as far as a delegation needs it. */
interface Waiting {
  readonly caller_id: string | null;
  readonly body: string;
}

/**
 * Gives a delegation that waited in the queue its answer (B): the row that said `queued` says `completed`, and those who
 * wait are told. Only rows of the sender are looked at, whatever id a message carries.
 */
export const stitchDelegation = seam('platform.stitchDelegation', stitch);

async function stitch(platform: Platform, item: Waiting, answer: Buffer): Promise<void> {
  const text = replyText(answer);
  const body = (id: string) => jsonText({ delegation_id: id, text });
  const found = await settle(platform, item, 'completed', completedSummary(platform, text), body);
  if (found) await tellComplete(platform, found, text, 'queue_drain');
}

/** Tells the sender that its task is given up: the queue has tried as often as it does. A clause of our own. */
export async function abandonDelegation(platform: Platform, item: Waiting, error: string): Promise<void> {
  const found = await settle(platform, item, 'failed', 'Delegation failed', undefined, error);
  if (found) await tellFailed(platform, found, error);
}

async function settle(
  { database }: Platform,
  item: Waiting,
  status: 'completed' | 'failed',
  summary: string,
  body?: (id: string) => string,
  error?: string,
) {
  const id = delegationIdOf(item.body);
  const { caller_id: sourceId } = item;
  if (id === undefined || sourceId === null) return undefined;
  const rows = await database.query<Row & { target_id: string }>('delegation-stitch', STITCH, [
    ...[sourceId, storable(id), status, storable(summary)],
    ...[body?.(id) ?? null, storable(error)],
  ]);
  const row = rows[0];
  return row && { id, sourceId, targetId: row.target_id };
}

const STITCH = `
  UPDATE activity_logs SET status = $3, summary = $4, response_body = COALESCE($5::json, response_body), error_detail = $6
   WHERE workspace_id = $1 AND delegation_id = $2 AND method = 'delegate_result' AND status = 'queued'
  RETURNING target_id`;

/** The delegation that a message carries out. */
export function delegationIdOf(body: string): string | undefined {
  const document = parseJson(Buffer.from(body));
  const params = isObject(document) ? document.params : undefined;
  const message = isObject(params) ? params.message : undefined;
  const metadata = isObject(message) ? message.metadata : undefined;
  const id = isObject(metadata) ? metadata.delegation_id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
