import { seam } from '../../seam.ts';
import { type Activity, insertActivity, storable } from '../activity/write.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { previewOf } from './preview.ts';
import type { Delegation } from './request.ts';

const SUMMARY_BYTES = 80;

/** How far a task has come. */
export type DelegationStatus = 'pending' | 'dispatched' | 'queued' | 'completed' | 'failed';

/** Writes the row of the task itself. Rejects when there is none, and when its key is taken. */
export function insertDelegate(
  platform: Platform,
  delegation: Delegation,
  status: DelegationStatus,
): Promise<void> {
  const { id, targetId, task, idempotencyKey } = delegation;
  const shown = platform.rules.delegateRowsShowId ? jsonText({ delegation_id: id }) : undefined;
  return insertActivity(platform, {
    ...common(delegation, 'delegate'),
    summary: `Delegating to ${targetId}`,
    requestBody: jsonText({ delegation_id: id, task }),
    responseBody: shown,
    idempotencyKey,
    status,
  });
}

/** Moves the row of the task; one that nobody wrote stays unwritten. */
export async function updateDelegate(
  { database }: Platform,
  { id, sourceId }: Pick<Delegation, 'id' | 'sourceId'>,
  status: DelegationStatus,
  error?: string,
): Promise<void> {
  await database.query(
    'delegate-update',
    `UPDATE activity_logs SET status = $3, error_detail = COALESCE($4, error_detail)
      WHERE workspace_id = $1 AND delegation_id = $2 AND method = 'delegate'`,
    [sourceId, storable(id), status, storable(error || undefined)],
  );
}

/** A delegation as far as its result needs it; an agent that reports of a task names no target. */
export type Origin = Pick<Delegation, 'id' | 'sourceId'> & { readonly targetId?: string | undefined };

/** The row that says what became of a task. */
export function completedRow(platform: Platform, origin: Origin, text: string): Activity {
  return {
    ...common(origin, 'delegate_result'),
    summary: completedSummary(platform, text),
    responseBody: jsonText({ delegation_id: origin.id, text }),
    status: 'completed',
  };
}

/** What the row of a completed task says in one line. */
export function completedSummary({ rules }: Platform, text: string): string {
  return `Delegation completed (${previewOf(text, SUMMARY_BYTES, rules)})`;
}

/** The row of a task that waits until its target is free: no word of the platform's own reply is in it. */
export const queuedRow = seam('platform.queuedDelegationRow', waitingRow);

function waitingRow(origin: Origin): Activity {
  return {
    ...common(origin, 'delegate_result'),
    summary: 'Delegation queued — target at capacity',
    responseBody: jsonText({ delegation_id: origin.id, queued: true }),
    status: 'queued',
  };
}

/** The row of a task that came to nothing. */
export function failedRow(origin: Origin, error: string): Activity {
  return {
    ...common(origin, 'delegate_result'),
    summary: 'Delegation failed',
    errorDetail: error,
    status: 'failed',
  };
}

function common({ id, sourceId, targetId }: Origin, method: string) {
  return {
    workspaceId: sourceId,
    type: 'delegation',
    method,
    sourceId,
    targetId,
    delegationId: id,
  } as const;
}

interface Earlier extends Row {
  readonly id: string;
  readonly delegation_id: string;
  readonly status: string;
  readonly target_id: string;
}

/** The row that an idempotency key stands for, undefined when it is free; a failed one is forgotten and frees it. */
export const findEarlier = seam('platform.findEarlierDelegation', rowOfKey);

async function rowOfKey(
  { database }: Platform,
  { sourceId, idempotencyKey }: Delegation,
): Promise<Earlier | undefined> {
  const key = storable(idempotencyKey);
  if (key === null) return undefined;
  const values = [sourceId, key];
  await database.query(
    'delegate-forget',
    `DELETE FROM activity_logs WHERE workspace_id = $1 AND idempotency_key = $2 AND status = 'failed'`,
    values,
  );
  const rows = await database.query<Earlier>(
    'delegate-earlier',
    `SELECT id, delegation_id, status, target_id FROM activity_logs WHERE workspace_id = $1 AND idempotency_key = $2`,
    values,
  );
  return rows[0];
}
