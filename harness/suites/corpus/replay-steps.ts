import type { Step } from '../../corpus/entry.ts';
import { payloadBytes } from '../../corpus/payload.ts';
import { deadlineIn } from '../../support/deadline.ts';
import { AssayError } from '../../support/errors.ts';
import { parseJson } from '../../support/parse-json.ts';
import type { Redactor } from '../../support/redaction/redactor.ts';
import { encodedBody } from '../../wire/content-coding.ts';
import { valueAt } from '../../wire/document/pointer.ts';
import type { Arrival, Exchange, Inbox } from '../../wire/exchange.ts';
import { recordBody } from '../../wire/recorded-body.ts';
import { jsonOfReply } from '../../wire/reply/json.ts';
import { letsAnswerLater } from '../../wire/reply/message-reading.ts';
import type { WireReply } from '../../wire/transmit.ts';
import { isBack } from './agent-answer.ts';
import { captureFrom } from './capture.ts';
import type { CaseContext } from './case-context.ts';
import type { Coming, SaidReply, StepRecord } from './case-record.ts';
import { newSince, recorded } from './new-since.ts';
import { type CameBack, restartBefore, restartBehind } from './restart.ts';
import type { Registration, RuntimeControl } from './runtime-control.ts';

interface Target {
  readonly url: string;
  readonly agent: string;
  readonly nonce: string;
  /** By which the sender says who it is, beside those of each step. */
  readonly headers?: Readonly<Record<string, string>>;
  /** With what its agent registers again when it has restarted. */
  readonly registration?: Registration;
}

/** What a session came to. */
export interface Replayed {
  readonly steps: readonly StepRecord[];
  /** Each return of an agent that had restarted. */
  readonly comings: readonly Coming[];
}

/**
 * Sends the steps one after the other; a reply without what a later step needs ends the session there, and so does an
 * agent that the platform does not take back.
 */
export async function replaySteps(
  context: CaseContext,
  control: RuntimeControl,
  target: Target,
): Promise<Replayed> {
  const steps: StepRecord[] = [];
  const comings: Coming[] = [];
  let captures: Readonly<Record<string, unknown>> = {};
  let seen: Inbox = { agent: target.agent, arrivals: [], handed: [] };
  const { entry, payloadOf = (step, _index, values) => payloadBytes(step, values) } = context;
  const restarting = { ...target, context, control };
  const noteReturn = (back: CameBack | undefined) => {
    if (!back) return true;
    comings.push(back.coming);
    seen = back.inbox;
    return isBack(back.coming.exchange);
  };
  for (const [index, step] of entry.steps.entries()) {
    if (!noteReturn(await restartBefore(restarting, step, seen))) break;
    const body = payloadOf(step, index, { nonce: target.nonce, captures });
    const { record, inbox } = await replayStep(context, control, target, step, body, seen);
    steps.push(record);
    seen = inbox;
    if (Object.keys(record.notCaptured).length > 0) break;
    if (!noteReturn(await restartBehind(restarting, step, seen))) break;
    captures = { ...captures, ...record.captured };
  }
  return { steps, comings };
}

async function replayStep(
  context: CaseContext,
  control: RuntimeControl,
  { url, agent, headers }: Target,
  step: Step,
  payload: Uint8Array,
  seen: Inbox,
): Promise<{ readonly record: StepRecord; readonly inbox: Inbox }> {
  const { exchange, reply } = await context.sender.send({
    purpose: 'replay',
    method: 'POST',
    url,
    headers: { ...step.headers, ...headers },
    body: encodedBody(payload, step.headers),
    deadlineMs: context.deadlineMs ?? 15_000,
    ...(step.hangUp && { hangUp: true }),
  });
  const repliedMs = performance.now();
  const isAway = step.restart?.when === 'away';
  const answered = { exchange, sent: payload, reply, isCut: step.hangUp === true, isAway };
  const { inbox, inboxFailure } = await observe(context, control, agent, seen, answered);
  const { arrivals, handed } = newSince(inbox, seen);
  const record: StepRecord = {
    sent: recordBody(payload),
    exchange,
    said: context.entry.route === 'platform' ? saidTo(arrivals, context.redactor) : [],
    inboxAfter: { arrivals: recorded(arrivals, context.redactor), handed },
    quietMs: Math.round(performance.now() - repliedMs),
    ...captureFrom(reply, step.capture),
    ...(inboxFailure !== undefined && { inboxFailure }),
  };
  return { record, inbox };
}

/**
 * One reading is enough, for the reply is the barrier: a runtime hands a message over before it answers. Only a
 * polled message may come later than the reply that accepted it, and one whose sender would not wait; where that has hung
 * up, the turn goes on without it until all is said.
 */
async function observe(
  { entry, arrivalDeadlineMs = 5_000 }: CaseContext,
  control: RuntimeControl,
  agent: string,
  seen: Inbox,
  answered: Answered,
): Promise<{ readonly inbox: Inbox; readonly inboxFailure?: string }> {
  const isPolled = entry.agent.mode === 'poll' && entry.route === 'platform' && !entry.returns;
  const mayComeLater =
    isSuccess(answered.exchange) &&
    !answered.isAway &&
    (isPolled || answered.isCut || isAcceptedForLater(answered));
  const handedOver = (inbox: Inbox) =>
    inbox.handed.length > seen.handed.length &&
    (!answered.isCut || inbox.arrivals.at(-1)?.said !== undefined);
  try {
    if (!mayComeLater) return { inbox: await control.readInbox(agent) };
    return { inbox: await control.awaitInbox(agent, handedOver, deadlineIn(arrivalDeadlineMs)) };
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    return { inbox: seen, inboxFailure: error.message };
  }
}

interface Answered {
  readonly exchange: Exchange;
  readonly sent: Uint8Array;
  readonly reply: WireReply | undefined;
  /** Whoever hangs up knows of the beginning alone. */
  readonly isCut: boolean;
  /** Nobody is there who could take it. */
  readonly isAway: boolean;
}

function isAcceptedForLater({ sent, reply }: Answered): boolean {
  if (!reply || !letsAnswerLater(parseJson(Buffer.from(sent).toString()))) return false;
  return valueAt(jsonOfReply(reply), '/result') !== undefined;
}

function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status <= 299;
}

/** Recorded as the reply that the sender got is, so that both stay the same where they were. */
function saidTo(arrivals: readonly Arrival[], redactor: Redactor): readonly SaidReply[] {
  return arrivals.flatMap(({ seq, said }) => {
    if (!said) return [];
    const body = recordBody(Buffer.from(said.bodyBase64, 'base64'));
    return [{ arrival: seq, status: said.status, headers: redactor.headers(said.headers), body }];
  });
}
