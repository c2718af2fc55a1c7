import { seam } from '../../seam.ts';
import type { JudgedCall } from '../a2a/call.ts';
import { proxyFromInside } from '../a2a/proxy.ts';
import { within } from '../a2a/scope.ts';
import { messageOf } from '../background.ts';
import type { JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { type Judged, judgeReply } from './judge-reply.ts';
import type { Delegation } from './request.ts';
import { finish, tellStatus } from './results.ts';
import { updateDelegate } from './rows.ts';

const RETRY_AFTER_MS = 8_000;
const BUDGET_MS = 1_800_000;

/** Sends a task to its target and writes down what became of it (C.5); 30 minutes in all, then it has failed. */
export async function sendDelegation(platform: Platform, delegation: Delegation): Promise<void> {
  await updateDelegate(platform, delegation, 'dispatched');
  await tellStatus(platform, delegation, 'dispatched');
  const ended = new AbortController();
  const give = (reason: string) => ended.abort(new Error(reason));
  const budget = platform.clock.after(BUDGET_MS, () => give('delegation timed out'));
  const end = () => give('the platform ended while the task was with its target');
  platform.ending.addEventListener('abort', end, { once: true });
  try {
    const judged = await within(ended.signal, () => attempt(platform, delegation, ended.signal)).catch(
      (error): Judged => ({ kind: 'failed', error: messageOf(error), mayRetry: false }),
    );
    await finish(platform, delegation, judged);
  } finally {
    budget.cancel();
    platform.ending.removeEventListener('abort', end);
  }
}

async function attempt(platform: Platform, delegation: Delegation, signal: AbortSignal): Promise<Judged> {
  const first = await deliverOnce(platform, delegation, signal);
  if (!mayRetry(first)) return first;
  platform.log.info({ delegationId: delegation.id }, 'delegation is tried again');
  await pause(platform, retryDelayMs());
  if (signal.aborted) return first;
  return deliverOnce(platform, delegation, signal);
}

/** One more attempt for a task that reached nobody. */
export const mayRetry = seam('platform.mayRetryDelegation', reachedNobody);

function reachedNobody(judged: Judged): boolean {
  return judged.kind === 'failed' && judged.mayRetry;
}

/** Time for a container to come up again and register. */
export const retryDelayMs = seam('platform.delegationRetryDelayMs', () => RETRY_AFTER_MS);

function pause(platform: Platform, delayMs: number): Promise<void> {
  return new Promise((resolve) => void platform.clock.after(delayMs, resolve));
}

async function deliverOnce(platform: Platform, delegation: Delegation, signal: AbortSignal): Promise<Judged> {
  const reply = await proxyFromInside(callOf(platform, delegation, signal));
  return judgeReply(reply, platform.rules);
}

function callOf(platform: Platform, delegation: Delegation, signal: AbortSignal): JudgedCall {
  const { id, sourceId, targetId } = delegation;
  return {
    ...{ platform, targetId, signal, claimedId: '', bearer: '', hasDeadline: false },
    log: platform.log.child({ delegationId: id }),
    caller: { id: sourceId, claimed: false },
    exempt: false,
    body: Buffer.from(jsonText(messageFor(delegation))),
    startedMs: platform.clock.nowMs(),
  };
}

/** The message that the target receives: its id is the delegation's, by which an answer finds back. */
export const messageFor = seam('platform.delegationMessage', taskMessage);

function taskMessage({ id, task }: Delegation): JsonObject {
  const message = {
    role: 'user',
    messageId: id,
    parts: [{ kind: 'text', text: task }],
    metadata: { delegation_id: id },
  };
  return { method: 'message/send', params: { message } };
}
