import type { Dispatcher } from 'undici';
import type { TransportFailure } from '../wire/exchange.ts';
import { failureOf, hang } from '../wire/failure.ts';
import { REPLY_CAP_BYTES } from '../wire/transmit.ts';

/** What one sending came back with. */
export interface LaneReply {
  /** 0 when no head came. */
  readonly status: number;
  /** Those alone by which a body is read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly durationMs: number;
  /** There is more of the body than we read. */
  readonly truncated: boolean;
  readonly failure?: TransportFailure;
}

/** One request under way: collects its reply and settles once, whatever else is still said of it later. */
export class Sending implements Dispatcher.DispatchHandler {
  readonly #startedMs = performance.now();
  #settle: ((reply: LaneReply) => void) | undefined;
  #isConnected = false;
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  #bytes = 0;
  readonly #chunks: Buffer[] = [];

  constructor(settle: (reply: LaneReply) => void) {
    this.#settle = settle;
  }

  isOverdue(nowMs: number, deadlineMs: number): boolean {
    return this.#settle !== undefined && nowMs - this.#startedMs >= deadlineMs;
  }

  /** Ends it as one that took too long: without a connection nobody was asked. */
  giveUp(deadlineMs: number): void {
    const message = `no connection within ${deadlineMs} ms`;
    const unconnected: TransportFailure = { code: 'NO_CONNECTION', message, before: 'connection' };
    this.finish(this.#isConnected ? hang(deadlineMs) : unconnected);
  }

  finish(failure?: TransportFailure): void {
    const settle = this.#settle;
    if (!settle) return;
    this.#settle = undefined;
    const [only] = this.#chunks;
    settle({
      status: this.#status,
      headers: this.#headers,
      body: this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks),
      durationMs: performance.now() - this.#startedMs,
      truncated: this.#bytes > REPLY_CAP_BYTES,
      ...(failure && { failure }),
    });
  }

  onRequestStart(): void {
    this.#isConnected = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: ReplyHeaders): void {
    this.#status = status;
    this.#headers = readBy(headers);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= REPLY_CAP_BYTES) return void this.#chunks.push(chunk);
    this.finish();
    controller.abort(new Error('the reply is too big'));
  }

  onResponseEnd(): void {
    this.finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.finish(failureOf(error));
  }
}

type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

function readBy(headers: ReplyHeaders): Record<string, string> {
  const type = joined(headers['content-type']) ?? '';
  const coding = joined(headers['content-encoding']);
  if (coding === undefined) return { 'content-type': type };
  return { 'content-type': type, 'content-encoding': coding };
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
