import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { abandonDelegation, stitchDelegation } from '../delegation/stitch.ts';
import { isRefusal, type Refusal } from '../http/reply.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import { checkBudget } from './budget.ts';
import type { NormalisedCall } from './call.ts';
import { dispatch } from './dispatch.ts';
import { checkHierarchy } from './hierarchy.ts';
import { deliveryMode } from './poll.ts';
import { type Item, MAX_ATTEMPTS, settleItem, takeItem } from './queue-items.ts';
import { resolveUrl } from './resolve.ts';
import { lookUpTarget, type Target } from './target.ts';

/**
 * Sends the next waiting message of a workspace that has said that it is free (B): one for each heartbeat. It leaves no
 * row, for it has one since it was queued; what is answered reaches only the delegation that waits for it.
 */
export async function drainOne(platform: Platform, workspaceId: string): Promise<void> {
  const item = await takeItem(platform, workspaceId);
  if (!item) return;
  const failure = await sendItem(platform, workspaceId, item).catch(messageOf);
  platform.log.info({ workspaceId, queueId: item.id, attempts: item.attempts, failure }, 'drained');
  await settleItem(platform, item, failure);
  if (failure !== undefined && item.attempts >= MAX_ATTEMPTS)
    await abandonDelegation(platform, item, failure);
}

/** Sends a message that waited; why it has to go on waiting, if it has to. */
export const sendItem = seam('platform.sendItem', deliverItem);

async function deliverItem(platform: Platform, workspaceId: string, item: Item): Promise<string | undefined> {
  const { signal } = new AbortController();
  const target = await lookUpTarget(platform, workspaceId, signal);
  if (isRefusal(target)) return wordsOf(target);
  const refusal = await refuseAgain(platform, item.caller_id, target);
  if (refusal) return wordsOf(refusal);
  // One that polls by now has found the row that the message left when it was queued.
  if (deliveryMode(target) === 'poll') return undefined;
  const url = await resolveUrl(platform, target);
  if (isRefusal(url)) return wordsOf(url);
  const outcome = await dispatch({ ...callOf(platform, workspaceId, item, target), signal, url });
  if (isRefusal(outcome)) return wordsOf(outcome);
  if (outcome.kind === 'answered' && outcome.status >= 300) return `agent answered ${outcome.status}`;
  if (outcome.kind === 'answered') {
    await platform.background.start('stitch', () => stitchDelegation(platform, item, outcome.body));
    return undefined;
  }
  // Where a status came the agent may have acted: it is not asked a second time.
  return outcome.kind === 'unreadable' && outcome.status < 300 ? undefined : messageOf(outcome.error);
}

/** What the caller was allowed when the message came may be forbidden by now. */
async function refuseAgain(
  platform: Platform,
  callerId: string | null,
  target: Target,
): Promise<Refusal | undefined> {
  const { database, rules } = platform;
  const isOwn = callerId === null || callerId === target.id;
  const stranger = isOwn ? undefined : await checkHierarchy(database, rules, callerId, target.id);
  return stranger ?? checkBudget(platform, target);
}

function callOf(
  platform: Platform,
  targetId: string,
  { body, caller_id: callerId }: Item,
  target: Target,
): Omit<NormalisedCall, 'signal'> {
  const bytes = Buffer.from(body);
  const document = parseJson(bytes);
  const payload: JsonObject = isObject(document) ? document : {};
  const { method } = payload;
  return {
    ...{ platform, log: platform.log, targetId, claimedId: '', bearer: '', body: bytes, bytes, payload },
    caller: { id: callerId ?? '', claimed: false },
    ...{ exempt: true, found: target, target, hasDeadline: false, startedMs: platform.clock.nowMs() },
    method: typeof method === 'string' ? method : '',
  };
}

function wordsOf({ refused: { body } }: Refusal): string {
  return isObject(body) && typeof body.error === 'string' ? body.error : 'unknown drain dispatch error';
}
