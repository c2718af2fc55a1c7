import type { Dispatcher } from 'undici';
import { REPLY_CAP_BYTES } from '../wire/transmit.ts';

/** What one sending came back with. */
export interface LaneReply {
  /** 0 when no head came. */
  readonly status: number;
  readonly body: Buffer;
  readonly durationMs: number;
  /** The transport's code, or `HANG`. */
  readonly failure?: string;
}

/** One request under way: collects its reply and settles once, whatever else is still said of it later. */
export class Sending implements Dispatcher.DispatchHandler {
  readonly #startedMs = performance.now();
  #settle: ((reply: LaneReply) => void) | undefined;
  #status = 0;
  #bytes = 0;
  readonly #chunks: Buffer[] = [];

  constructor(settle: (reply: LaneReply) => void) {
    this.#settle = settle;
  }

  isOverdue(nowMs: number, deadlineMs: number): boolean {
    return this.#settle !== undefined && nowMs - this.#startedMs >= deadlineMs;
  }

  finish(failure?: string): void {
    const settle = this.#settle;
    if (!settle) return;
    this.#settle = undefined;
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    const durationMs = performance.now() - this.#startedMs;
    settle({ status: this.#status, body, durationMs, ...(failure !== undefined && { failure }) });
  }

  onRequestStart(): void {
    // The dispatcher wants it; there is nothing to prepare.
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= REPLY_CAP_BYTES) this.#chunks.push(chunk);
    else controller.abort(new Error('the reply is too big'));
  }

  onResponseEnd(): void {
    this.finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code: unknown = Reflect.get(error, 'code');
    this.finish(typeof code === 'string' ? code : error.message);
  }
}
