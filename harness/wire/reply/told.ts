import { type JsonNode, parseText } from '../document/parse.ts';
import { valueAt } from '../document/pointer.ts';
import { shorten } from '../document/print.ts';
import type { Exchange, RecordedResponse } from '../exchange.ts';
import { bytesOf } from '../recorded-body.ts';
import { eventsOf, isEventStream } from './events.ts';

/** A JSON-RPC envelope of a reply: with exact numbers, and as a plain value. */
export interface Envelope {
  readonly document: JsonNode;
  readonly plain: unknown;
}

/** What the sender was told, however it was said. */
export type Told =
  | { readonly kind: 'nothing'; readonly code: string; readonly message: string }
  | { readonly kind: 'opaque'; readonly status: number; readonly why: string }
  | { readonly kind: 'refused'; readonly status: number; readonly code?: number; readonly cause: string }
  | { readonly kind: 'failed-task'; readonly status: number; readonly why: string }
  | { readonly kind: 'queued'; readonly status: number; readonly method: unknown }
  | { readonly kind: 'success'; readonly status: number; readonly envelopes: readonly Envelope[] };

/** Reads a reply as a sender would: refusal, task that failed, acknowledgement of a queue, result, or no sense. */
export function toldBy({ response, failure }: Exchange): Told {
  if (!response || failure) {
    return { kind: 'nothing', code: failure?.code ?? 'UNKNOWN', message: failure?.message ?? 'no reply' };
  }
  const texts = isEventStream(response.headers) ? eventsOf(textOf(response)) : [textOf(response)];
  const envelopes = texts.map(envelopeOf);
  if (envelopes.length === 0) return opaque(response, 'a stream without events');
  const unreadable = envelopes.indexOf(undefined);
  if (unreadable >= 0) return opaque(response, notJson(texts[unreadable] ?? ''));
  return toldByEnvelopes(
    response,
    envelopes.filter((envelope) => envelope !== undefined),
  );
}

/** What was told, in words for a finding. */
export function toldInWords(told: Told): string {
  switch (told.kind) {
    case 'nothing':
      return `the sender got no complete reply (${told.code}: ${told.message})`;
    case 'opaque':
      return `the sender got HTTP ${told.status} with ${told.why}`;
    case 'refused':
      return `the sender got HTTP ${told.status} and ${told.code === undefined ? 'the error' : `error ${told.code}`} "${shorten(told.cause, 200)}"`;
    case 'failed-task':
      return `the sender got HTTP ${told.status} and a task that failed: "${shorten(told.why, 200)}"`;
    case 'queued':
      return `the sender got HTTP ${told.status} and was told that the message is queued`;
    case 'success':
      return `the sender got HTTP ${told.status} and a result`;
    default:
      return told satisfies never;
  }
}

function toldByEnvelopes(response: RecordedResponse, envelopes: readonly Envelope[]): Told {
  const { status } = response;
  for (const { plain } of envelopes) {
    const refusal = refusalIn(plain);
    if (refusal)
      return refusal.cause === ''
        ? opaque(response, 'an empty error')
        : { kind: 'refused', status, ...refusal };
  }
  if (status < 200 || status > 299) return opaque(response, 'no error in its body');
  const failed = envelopes.find(({ plain }) => FAILED.has(String(stateOf(plain))));
  if (failed) return { kind: 'failed-task', status, why: failureText(failed.plain) };
  const [first] = envelopes;
  if (isQueued(first?.plain)) return { kind: 'queued', status, method: valueAt(first?.plain, '/method') };
  if (!envelopes.every(({ plain }) => valueAt(plain, '/result') !== undefined)) {
    return opaque(response, 'neither `result` nor `error` in its body');
  }
  return { kind: 'success', status, envelopes };
}

const FAILED: ReadonlySet<string> = new Set([
  'failed',
  'rejected',
  'TASK_STATE_FAILED',
  'TASK_STATE_REJECTED',
]);

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

/** The state of the task that a result is or tells of. */
export function stateOf(plain: unknown): unknown {
  const places = ['/result/status/state', '/result/task/status/state', '/result/statusUpdate/status/state'];
  return places.map((place) => valueAt(plain, place)).find((state) => state !== undefined);
}

function failureText(plain: unknown): string {
  const status = ['/result', '/result/task', '/result/statusUpdate'].map((place) =>
    valueAt(plain, `${place}/status`),
  );
  return asText(
    valueAt(
      status.find((one) => one !== undefined),
      '/message/parts/0/text',
    ) ?? 'no reason given',
  );
}

function isQueued(plain: unknown): boolean {
  return valueAt(plain, '/status') === 'queued' || valueAt(plain, '/queued') === true;
}

function envelopeOf(text: string): Envelope | undefined {
  try {
    return { document: parseText(text), plain: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function opaque({ status }: RecordedResponse, why: string): Told {
  return { kind: 'opaque', status, why };
}

function notJson(text: string): string {
  if (text.trim() === '') return 'an empty body';
  return `a body that is not JSON: ${shorten(text.trim(), 100)}`;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function textOf({ body }: RecordedResponse): string {
  return bytesOf(body).toString('utf8');
}
