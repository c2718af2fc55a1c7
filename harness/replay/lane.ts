import { Client } from 'undici';
import { connector } from '../wire/connect.ts';
import { encodedBody } from '../wire/content-coding.ts';
import { inChunks } from '../wire/framing.ts';
import type { PreparedItem } from './item.ts';
import { type LaneReply, Sending } from './sending.ts';

/**
 * One keep-alive connection with at most one request on it, and the buffer that its requests are patched in: the
 * bytes are free again when the reply is here.
 */
export class Lane implements AsyncDisposable {
  readonly #url: URL;
  readonly #path: string;
  #client: Client;
  #item: PreparedItem | undefined;
  #body: Buffer = Buffer.alloc(0);
  #sending: Sending | undefined;

  constructor(url: URL) {
    this.#url = url;
    this.#path = url.pathname + url.search;
    this.#client = connect(url);
  }

  /** Sends the item with this nonce; never rejects. */
  send(item: PreparedItem, nonce: string): Promise<LaneReply> {
    this.#patch(item, nonce);
    const bytes = item.isGzip ? encodedBody(this.#body, item.headers) : this.#body;
    const body = item.isChunked ? inChunks(bytes) : bytes;
    return new Promise((resolve) => {
      const sending = new Sending(resolve);
      this.#sending = sending;
      const request = { path: this.#path, method: 'POST' as const, headers: item.headers, body };
      if (item.unsendable === undefined) this.#client.dispatch(request, sending);
      else sending.finish({ code: 'UNSENDABLE', message: item.unsendable, before: 'sending' });
    });
  }

  /** Ends a request that is older than the deadline; its connection and its bytes are not used again. */
  checkDeadline(nowMs: number, deadlineMs: number): void {
    const sending = this.#sending;
    if (!sending?.isOverdue(nowMs, deadlineMs)) return;
    const client = this.#client;
    this.#client = connect(this.#url);
    this.#item = undefined;
    sending.giveUp(deadlineMs);
    void client.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.destroy();
  }

  #patch(item: PreparedItem, nonce: string): void {
    if (this.#item !== item) {
      this.#item = item;
      this.#body = Buffer.from(item.template);
    }
    for (const offset of item.nonceOffsets) this.#body.write(nonce, offset, 'latin1');
  }
}

function connect({ origin }: URL): Client {
  return new Client(origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 1_000,
    connect: connector(),
  });
}
