import { type JsonNode, parseText } from '../document/parse.ts';
import { valueAt } from '../document/pointer.ts';
import { shorten } from '../document/print.ts';
import type { Exchange, TransportFailure } from '../exchange.ts';
import { bytesOf } from '../recorded-body.ts';
import { isEventStream, looksLikeEvents, readEvents } from './events.ts';
import { bringsMessage } from './message-reading.ts';
import { notJson } from './not-json.ts';
import { failureText, hasFailed, phaseInWords, stateOf } from './task-state.ts';
import { type ReplyBody, textOfReply } from './text.ts';

/** A JSON-RPC envelope of a reply: with exact numbers, and as a plain value. */
export interface Envelope {
  readonly document: JsonNode;
  readonly plain: unknown;
}

/** What the sender was told, however it was said. */
export type Told =
  | ({ readonly kind: 'nothing' } & TransportFailure)
  | { readonly kind: 'opaque'; readonly status: number; readonly why: string }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: number; readonly cause: string }
  | { readonly kind: 'failed-task'; readonly status: number; readonly state: string; readonly why: string }
  | { readonly kind: 'queued'; readonly status: number; readonly method: unknown }
  | { readonly kind: 'success'; readonly status: number; readonly envelopes: readonly Envelope[] };

/** A reply that came whole. */
export interface WholeReply extends ReplyBody {
  readonly status: number;
  /** There is more of it than we keep. */
  readonly truncated?: boolean;
  /** A platform passed it on, which calls every answer JSON (A.9): what it is shows in its body. */
  readonly isPassedOn?: boolean;
}

/** Reads a recorded reply as a sender would; `request` is what was asked, as a plain value. */
export function toldBy({ response, failure }: Exchange, request: unknown, isPassedOn = false): Told {
  if (!response || failure) return { kind: 'nothing', ...(failure ?? NO_REPLY) };
  const { status, headers, body } = response;
  const { coding, truncated } = body;
  const reply = { status, headers, body: bytesOf(body), coding, truncated, isPassedOn };
  return readReply(reply, bringsMessage(request));
}

const NO_REPLY: TransportFailure = { code: 'UNKNOWN', message: 'no reply' };

/**
 * Reads a reply as a sender would: refusal, task that failed, acknowledgement of a queue, result, or no sense. A task
 * that ended is a failure for whoever sent a message, and an answer for whoever asked about the task.
 */
export function readReply(reply: WholeReply, bringsAMessage: boolean): Told {
  const { status } = reply;
  if (reply.truncated) return { kind: 'opaque', status, why: 'more of a body than we read' };
  const read = textOfReply(reply);
  if ('why' in read) return { kind: 'opaque', status, why: read.why };
  const isStream = isEventStream(reply.headers) || (reply.isPassedOn === true && looksLikeEvents(read.text));
  const { events, isCut } = isStream ? readEvents(read.text) : { events: [read.text], isCut: false };
  const envelopes = events.map(envelopeOf);
  const unreadable = envelopes.indexOf(undefined);
  const refusal = refusalAmong(status, envelopes);
  if (refusal) return refusal;
  if (unreadable >= 0) return { kind: 'opaque', status, why: notJson(events[unreadable] ?? '', isStream) };
  if (isCut) return { kind: 'opaque', status, why: 'a stream that ends in the middle of an event' };
  if (envelopes.length === 0) return { kind: 'opaque', status, why: 'a stream without events' };
  return withoutRefusal(
    status,
    envelopes.filter((one) => one !== undefined),
    bringsAMessage,
  );
}

/** What was told, in words for a finding. */
export function toldInWords(told: Told): string {
  switch (told.kind) {
    case 'nothing':
      return `the sender got no complete reply (${told.code}: ${shorten(told.message, 200)})`;
    case 'opaque':
      return `the sender got HTTP ${told.status} with ${told.why}`;
    case 'refused':
      return `the sender got HTTP ${told.status} and ${told.code === undefined ? 'the error' : `error ${told.code}`} "${shorten(told.cause, 200)}"`;
    case 'failed-task':
      return `the sender got HTTP ${told.status} and a task that ${phaseInWords(told.state)}: "${shorten(told.why, 200)}"`;
    case 'queued':
      return `the sender got HTTP ${told.status} and was told that the message is queued`;
    case 'success':
      return `the sender got HTTP ${told.status} and a result`;
    default:
      return told satisfies never;
  }
}

function refusalAmong(status: number, envelopes: readonly (Envelope | undefined)[]): Told | undefined {
  for (const envelope of envelopes) {
    const refusal = refusalIn(envelope?.plain);
    if (!refusal) continue;
    if (refusal.cause === '') return { kind: 'opaque', status, why: 'an empty error' };
    return { kind: 'refused', status, ...refusal };
  }
  return undefined;
}

function withoutRefusal(status: number, envelopes: readonly Envelope[], bringsAMessage: boolean): Told {
  if (status < 200 || status > 299) return { kind: 'opaque', status, why: 'no error in its body' };
  const failed = bringsAMessage ? envelopes.find(({ plain }) => hasFailed(plain)) : undefined;
  if (failed) {
    const state = String(stateOf(failed.plain));
    return { kind: 'failed-task', status, state, why: failureText(failed.plain) };
  }
  const first = envelopes[0]?.plain;
  if (isQueued(first)) return { kind: 'queued', status, method: valueAt(first, '/method') };
  const without = envelopes.find(({ plain }) => valueAt(plain, '/result') === undefined);
  if (without) return { kind: 'opaque', status, why: 'neither `result` nor `error` in its body' };
  return { kind: 'success', status, envelopes };
}

function refusalIn(plain: unknown): { readonly code?: number; readonly cause: string } | undefined {
  const error = valueAt(plain, '/error');
  if (error === undefined || error === null) return undefined;
  if (typeof error === 'string') return { cause: error };
  const code = valueAt(error, '/code');
  const message = valueAt(error, '/message');
  const data = valueAt(error, '/data');
  const cause = [message, data].filter((part) => part !== undefined && part !== null).map(asText);
  return { ...(typeof code === 'number' && { code }), cause: cause.join(' ') };
}

function isQueued(plain: unknown): boolean {
  return valueAt(plain, '/status') === 'queued' || valueAt(plain, '/queued') === true;
}

function envelopeOf(text: string): Envelope | undefined {
  try {
    return new ParsedEnvelope(JSON.parse(text), text);
  } catch {
    return undefined;
  }
}

/** Builds the exact document when somebody asks for it, which few do and which costs more than all else. */
class ParsedEnvelope implements Envelope {
  readonly plain: unknown;
  readonly #text: string;

  constructor(plain: unknown, text: string) {
    this.plain = plain;
    this.#text = text;
  }

  get document(): JsonNode {
    return parseText(this.#text);
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
