import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { type Answer, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { RoutedCall } from './call.ts';
import { IdleTimeout } from './idle-timer.ts';
import { probeDead, recoverDead } from './probe.ts';
import { enqueue, type Queued } from './queue.ts';
import { durationOf, logFailed, rowOf, writeBehind } from './rows.ts';

const RETRY_SECONDS = 30;
export const UNREACHABLE = 'workspace agent unreachable — container restart triggered';

/** The reply to a message whose dispatch brought no answer: dead, busy or out of reach (A.10). */
export const answerFailure = seam('platform.answerFailure', judgeFailure);

async function judgeFailure(call: RoutedCall, error: unknown): Promise<Outcome> {
  if (await probeDead(call.platform, call.target)) {
    logFailed(call, error);
    await recoverDead(call);
    return refuse(503, UNREACHABLE, { restarting: true });
  }
  if (isBusy(error)) return answerBusy(call, error);
  logFailed(call, error);
  return refuse(502, 'failed to reach workspace agent');
}

const BUSY_CODES: ReadonlySet<unknown> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Busy: out of time, or the agent took the connection and closed it. Refused or unresolved is not busy. */
export const isBusy = seam('platform.isBusy', looksBusy);

function looksBusy(error: unknown): boolean {
  if (error instanceof IdleTimeout) return true;
  if (!(error instanceof Error)) return false;
  return BUSY_CODES.has(Reflect.get(error, 'code')) || /EOF|connection reset/.test(error.message);
}

async function answerBusy(call: RoutedCall, error: unknown): Promise<Outcome> {
  if (handlesRetryItself(call)) {
    logFailed(call, error);
    const message = 'workspace agent busy — adapter handles retry (native_session)';
    return busy(message, { native_session: true });
  }
  try {
    const queued = await enqueue(call);
    logQueued(call, error);
    return accepted(queued);
  } catch (reason) {
    call.log.warn({ reason: messageOf(reason) }, 'message could not be queued');
    logFailed(call, error);
    return busy('workspace agent busy — retry after a short backoff', {});
  }
}

/** Once the retry was left to a runtime that declares `session`; now everyone is queued for. */
export const handlesRetryItself = seam('platform.handlesRetryItself', declaresSession);

function declaresSession(call: RoutedCall): boolean {
  const { rules, runtimeState } = call.platform;
  return !rules.queuesForNativeSession && runtimeState.hasCapability(call.targetId.toLowerCase(), 'session');
}

function logQueued(call: RoutedCall, error: unknown): void {
  if (!call.platform.rules.queuedRowIsOk) logFailed(call, error);
  else {
    const row = rowOf(call, call.target.name, ' (queued: target busy)');
    void writeBehind(call, { ...row, durationMs: durationOf(call), status: 'ok' });
  }
}

function busy(message: string, more: { readonly native_session?: true }): Refusal {
  const body = { busy: true, retry_after: RETRY_SECONDS, ...more };
  return refuse(503, message, body, { 'retry-after': String(RETRY_SECONDS) });
}

function accepted(queued: Queued): Answer {
  const message = 'workspace agent busy — request queued, will dispatch when capacity available';
  const body = { queued: true, queue_id: queued.queueId, queue_depth: queued.depth, message };
  return { status: 202, body };
}
