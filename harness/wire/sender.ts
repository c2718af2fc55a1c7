import { randomUUID } from 'node:crypto';
import type { Redactor } from '../support/redaction/redactor.ts';
import type { Exchange, RecordedRequest, RecordedResponse } from './exchange.ts';
import { recordBody } from './recorded-body.ts';
import type { Transmission, Transport, WireReply, WireRequest } from './transmit.ts';

/** A request to be sent and recorded; `X-Request-Id` is added. */
export interface Sending extends WireRequest {
  readonly purpose: Exchange['purpose'];
}

/** What is known of a request before its bytes leave, so that it is known even if the process dies. */
export type Departure = Pick<Exchange, 'requestId' | 'purpose' | 'startedAt' | 'request'>;

/** The record, whose bodies are redacted when they are written, and beside it the reply itself. */
export interface Sent {
  readonly exchange: Exchange;
  readonly reply?: WireReply;
}

/** What a sender works with; clock and ids can be given for tests. */
export interface SenderOptions {
  readonly transport: Transport;
  readonly redactor: Redactor;
  /** Called before the bytes leave; what it throws stops the sending. */
  readonly onSend?: (departure: Departure) => Promise<void> | void;
  /** Called with the record before anybody can judge it. */
  readonly onExchange?: (exchange: Exchange) => Promise<void> | void;
  readonly requestId?: () => string;
  readonly now?: () => Date;
}

/** Sends and records. */
export interface Sender {
  send(sending: Sending): Promise<Sent>;
}

/** Sends requests and records each one before it is handed back. */
export function createSender(options: SenderOptions): Sender {
  return { send: (sending) => send(sending, options) };
}

async function send(sending: Sending, options: SenderOptions): Promise<Sent> {
  const { transport, redactor, onSend, onExchange, requestId = randomUUID, now = () => new Date() } = options;
  const id = requestId();
  const request = { ...sending, headers: { ...sending.headers, 'x-request-id': id } };
  const departure: Departure = {
    requestId: id,
    purpose: sending.purpose,
    startedAt: now().toISOString(),
    request: recordedRequest(request, redactor),
  };
  await onSend?.(departure);
  const transmission = await transport.transmit(request);
  const exchange = exchangeOf(departure, transmission, redactor);
  await onExchange?.(exchange);
  return { exchange, ...(transmission.reply && { reply: transmission.reply }) };
}

function exchangeOf(departure: Departure, transmission: Transmission, redactor: Redactor): Exchange {
  const { durationMs, reply, failure } = transmission;
  return {
    ...departure,
    durationMs: Math.round(durationMs * 1000) / 1000,
    ...(reply && { response: recordedResponse(reply, redactor) }),
    ...(failure && { failure: { ...failure, message: redactor.text(failure.message) } }),
  };
}

function recordedRequest({ method, url, headers, body }: WireRequest, redactor: Redactor): RecordedRequest {
  return {
    method,
    url: redactor.text(url),
    headers: redactor.headers(headers),
    body: recordBody(body),
  };
}

function recordedResponse(
  { status, headers, body, truncated, coding, cut }: WireReply,
  redactor: Redactor,
): RecordedResponse {
  const recorded = recordBody(body);
  return {
    status,
    headers: redactor.headers(headers),
    body: { ...recorded, ...(truncated && { truncated }), ...(coding !== undefined && { coding }) },
    ...(cut && { cut }),
  };
}
