import { insertActivity } from '../activity/write.ts';
import { messageOf } from '../background.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Judged } from './judge-reply.ts';
import { previewOf } from './preview.ts';
import type { Delegation } from './request.ts';
import {
  completedRow,
  type DelegationStatus,
  failedRow,
  type Origin,
  queuedRow,
  updateDelegate,
} from './rows.ts';

const TASK_BYTES = 100;
const ANSWER_BYTES = 200;

/** Writes down and tells what a delivered task came to (C.5): a row that cannot be written is logged, the event goes out. */
export async function finish(platform: Platform, delegation: Delegation, judged: Judged): Promise<void> {
  switch (judged.kind) {
    case 'completed':
      return complete(platform, delegation, judged.text);
    case 'queued':
      return queue(platform, delegation);
    case 'failed':
      return fail(platform, delegation, judged.error);
    default:
      return judged satisfies never;
  }
}

/** The task is done. */
export async function complete(platform: Platform, origin: Origin, text: string): Promise<void> {
  await settle(platform, origin, 'completed');
  await attempt(platform, () => insertActivity(platform, completedRow(platform, origin, text)));
  await tellComplete(platform, origin, text);
}

async function queue(platform: Platform, delegation: Delegation): Promise<void> {
  await settle(platform, delegation, 'queued');
  await attempt(platform, () => insertActivity(platform, queuedRow(delegation)));
  await tellStatus(platform, delegation, 'queued');
}

async function fail(platform: Platform, delegation: Delegation, error: string): Promise<void> {
  await settle(platform, delegation, 'failed', error);
  await attempt(platform, () => insertActivity(platform, failedRow(delegation, error)));
  await tellFailed(platform, delegation, error);
}

function settle(platform: Platform, origin: Origin, status: DelegationStatus, error?: string): Promise<void> {
  return attempt(platform, () => updateDelegate(platform, origin, status, error));
}

async function attempt(platform: Platform, work: () => Promise<void>): Promise<void> {
  await work().catch((error) =>
    platform.log.error({ reason: messageOf(error) }, 'delegation could not be written down'),
  );
}

/** DELEGATION_SENT: the task is accepted. */
export function tellSent(platform: Platform, delegation: Delegation): Promise<void> {
  const task_preview = previewOf(delegation.task, TASK_BYTES, platform.rules);
  return tell(platform, 'DELEGATION_SENT', delegation, { task_preview });
}

/** DELEGATION_STATUS: it is on its way, or waits. */
export function tellStatus(
  platform: Platform,
  origin: Origin,
  status: 'dispatched' | 'queued',
): Promise<void> {
  return tell(platform, 'DELEGATION_STATUS', origin, { status });
}

/** DELEGATION_COMPLETE; `via` where it was not the first delivery that brought the answer. */
export function tellComplete(
  platform: Platform,
  origin: Origin,
  text: string,
  via?: 'queue_drain',
): Promise<void> {
  const response_preview = previewOf(text, ANSWER_BYTES, platform.rules);
  return tell(platform, 'DELEGATION_COMPLETE', origin, { response_preview, via });
}

/** DELEGATION_FAILED. */
export function tellFailed(platform: Platform, origin: Origin, error: string): Promise<void> {
  return tell(platform, 'DELEGATION_FAILED', origin, { error });
}

function tell(platform: Platform, event: string, origin: Origin, more: JsonObject): Promise<void> {
  const payload = { delegation_id: origin.id, target_id: origin.targetId, ...more };
  return platform.broadcaster.record(platform.database, event, origin.sourceId.toLowerCase(), payload);
}
