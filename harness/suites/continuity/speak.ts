import { randomBytes } from 'node:crypto';
import {
  cancelRequest,
  headersOf,
  type Outgoing,
  sendRequest,
  taskRequest,
  type WireLine,
} from '../../canary/envelope.ts';
import { type Deadline, deadlineIn, poll } from '../../support/deadline.ts';
import { valueAt } from '../../wire/document/pointer.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { HANG } from '../../wire/failure.ts';
import { type AgentReply, agentReplyIn } from '../../wire/reply/agent-reply.ts';
import { type Told, toldBy, toldInWords } from '../../wire/reply/told.ts';
import type { Sender } from '../../wire/sender.ts';
import type { Outcome } from './record.ts';

/** Where and how a runtime is spoken to. */
export interface Ear {
  readonly sender: Sender;
  readonly endpoint: string;
  readonly line: WireLine;
  readonly headers: Readonly<Record<string, string>>;
}

/** Something that was said, and what came of it. */
export interface Speech {
  readonly outcome: Outcome;
  readonly told: Told;
  /** Of the message itself. */
  readonly exchange: Exchange;
  readonly durationMs: number;
}

/** How a message is sent besides what it says. */
export interface Manner {
  readonly deadlineMs: number;
  /** Does not wait for the end of its task. */
  readonly begins?: boolean;
  /** Hangs up after the first event. */
  readonly drops?: boolean;
}

/**
 * Says something and waits until the task of it is at rest, by asking for it, all within one deadline: the next turn
 * must not be said before.
 */
export async function speak(ear: Ear, message: Outgoing, manner: Manner): Promise<Speech> {
  const startedMs = performance.now();
  const deadline = deadlineIn(manner.deadlineMs);
  const request = sendRequest(ear.line, message);
  const exchange = await post(ear, request, { deadline, hangUp: manner.drops === true });
  const told = toldBy(exchange, request);
  const first = ofAnother(told, message.messageId) ?? outcomeOf(told, message.messageId);
  const outcome = await atRest(ear, message.messageId, first, manner.begins === true, deadline);
  return { outcome, told, exchange, durationMs: Math.round(performance.now() - startedMs) };
}

/** Asks that a task be cancelled; answers what came instead, if that was no cancelled task. */
export async function cancel(ear: Ear, taskId: string, deadlineMs: number): Promise<string | undefined> {
  const request = cancelRequest(ear.line, freshId(), taskId);
  const exchange = await post(ear, request, { deadline: deadlineIn(deadlineMs) });
  const told = toldBy(exchange, request);
  if (told.kind !== 'success') return toldInWords(told);
  const { state } = agentReplyIn(told.envelopes, '');
  return state === 'canceled' ? undefined : `the sender got a task in state ${state ?? 'unknown'}`;
}

/** An id as the canaries of the contract have them. */
export function freshId(kind = ''): string {
  return `canary-${kind}${randomBytes(6).toString('hex')}`;
}

interface Posting {
  readonly deadline: Deadline;
  readonly hangUp?: boolean;
}

/** The last question before a deadline gets this long, or its answer would always be none. */
const LEAST_MS = 200;

async function post(ear: Ear, request: object, { deadline, hangUp }: Posting): Promise<Exchange> {
  const { exchange } = await ear.sender.send({
    ...{ purpose: 'replay', method: 'POST', url: ear.endpoint },
    headers: { ...headersOf(ear.line), ...ear.headers },
    body: Buffer.from(JSON.stringify(request)),
    deadlineMs: Math.max(LEAST_MS, Math.ceil(deadline.remainingMs())),
    ...(hangUp && { hangUp }),
  });
  return exchange;
}

/** What a reply comes to as an answer to a message: a failure is told before any word of it is read. */
export function outcomeOf(told: Told, messageId: string): Outcome {
  const words = toldInWords(told);
  switch (told.kind) {
    case 'success':
      return { kind: 'answered', reply: agentReplyIn(told.envelopes, messageId) };
    case 'refused':
      return { kind: 'refused', words };
    case 'failed-task':
      return { kind: told.state.toLowerCase().includes('rejected') ? 'refused' : 'failed', words };
    case 'nothing':
      return { kind: told.code === HANG ? 'overdue' : 'failed', words };
    case 'queued':
    case 'opaque':
      return { kind: 'failed', words };
    default:
      return told satisfies never;
  }
}

/** An answer to another request says nothing about ours, whatever its words. */
function ofAnother(told: Told, id: string): Outcome | undefined {
  if (told.kind !== 'success') return undefined;
  const ids = told.envelopes.map(({ plain }) => valueAt(plain, '/id'));
  const other = ids.find((each) => each !== id);
  if (other === undefined && ids.every((each) => each === id)) return undefined;
  return {
    kind: 'failed',
    words: `the sender got a reply to the request ${JSON.stringify(other ?? null)}, which is not its own`,
  };
}

const POLL_MS = 50;
const NOTHING: Outgoing = { messageId: '', text: '', files: [], waits: true, streams: false };

async function atRest(
  ear: Ear,
  messageId: string,
  first: Outcome,
  begins: boolean,
  deadline: Deadline,
): Promise<Outcome> {
  if (first.kind !== 'answered' || begins || !isAtWork(first.reply)) return first;
  const { taskId } = first.reply;
  if (taskId === undefined)
    return {
      kind: 'failed',
      words: 'the sender got a task at work without an id, so nothing could ask for its answer',
    };
  let last = first;
  let isKnown = false;
  const rested = await poll(
    async () => {
      const request = taskRequest(ear.line, freshId(), taskId);
      // A task that failed is a failed turn, though what was asked here was only how it stands.
      const told = toldBy(await post(ear, request, { deadline }), sendRequest(ear.line, NOTHING));
      const outcome = outcomeOf(told, messageId);
      // The last question before the deadline may be cut short by it, which says nothing of the runtime.
      if (outcome.kind === 'overdue' && isKnown) return undefined;
      if (outcome.kind !== 'answered') return outcome;
      isKnown = true;
      last = { ...outcome, reply: { ...first.reply, ...outcome.reply } };
      return isAtWork(outcome.reply) ? undefined : last;
    },
    deadline,
    POLL_MS,
  );
  if (rested) return rested;
  return { kind: 'overdue', words: `the task was still ${last.reply.state} after ${deadline.totalMs} ms` };
}

/** Whether the answer of a task is still to come. */
export function isAtWork({ state }: AgentReply): boolean {
  return state === 'submitted' || state === 'working';
}
