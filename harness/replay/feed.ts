import type { BulkItem, PreparedItem } from './item.ts';

/**
 * Hands every item of a source out `repeat` times, to many takers, reading no further than they take. A source that
 * fails ends there, and `failure` says why: what was read before is handed out all the same.
 */
export class Feed {
  readonly #items: AsyncIterator<BulkItem>;
  readonly #repeat: number;
  readonly #prepare: (item: BulkItem) => PreparedItem;
  #failure: unknown;
  #current: PreparedItem | undefined;
  #left = 0;
  #ended = false;
  #reading: Promise<void> | undefined;

  constructor(source: AsyncIterable<BulkItem>, repeat: number, prepare: (item: BulkItem) => PreparedItem) {
    this.#prepare = prepare;
    this.#items = source[Symbol.asyncIterator]();
    this.#repeat = repeat;
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** The next item if it is at hand, without waiting. */
  take(): PreparedItem | undefined {
    if (this.#left === 0 || this.#ended) return undefined;
    this.#left -= 1;
    return this.#current;
  }

  /** The next item, `undefined` after the last. */
  async next(): Promise<PreparedItem | undefined> {
    for (;;) {
      const item = this.take();
      if (item || this.#ended) return item;
      this.#reading ??= this.#read().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
  }

  /** Hands nothing out any more and lets the source go. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#items.return?.();
  }

  async #read(): Promise<void> {
    try {
      const { value, done } = await this.#items.next();
      if (done) this.#ended = true;
      else this.#offer(this.#prepare(value));
    } catch (error) {
      this.#failure = error;
      this.#ended = true;
    }
  }

  #offer(item: PreparedItem): void {
    this.#current = item;
    this.#left = this.#repeat;
  }
}
