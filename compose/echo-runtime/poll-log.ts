import type { Polls, Repeat } from './types.ts';

const REMEMBERED_IDS = 10_000;
const KEPT_REPEATS = 20;

/**
 * What the poll client of one agent has read: nothing is handed over twice, and nothing that came twice is hidden. It
 * outlives the client, as a file would.
 */
export class PollLog {
  /** The last row that was read, behind which it reads on. */
  cursor: string | undefined;
  readonly #seen = new Set<string>();
  readonly #repeats: Repeat[] = [];
  #answered = 0;
  #repeated = 0;

  /** A page came, whatever is on it. */
  answered(): void {
    this.#answered += 1;
  }

  /** Whether a row is read for the first time. Without a cursor old rows have to come again, behind one they must not. */
  isNew(activityId: string, cursor: string | undefined): boolean {
    const isNew = !this.#seen.has(activityId);
    if (!isNew && cursor !== undefined) this.#noteRepeat({ cursor, activityId });
    this.#remember(activityId);
    return isNew;
  }

  read(): Polls {
    return { answered: this.#answered, repeated: this.#repeated, repeats: [...this.#repeats] };
  }

  #noteRepeat(repeat: Repeat): void {
    this.#repeated += 1;
    if (this.#repeats.length < KEPT_REPEATS) this.#repeats.push(repeat);
  }

  #remember(id: string): void {
    this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > REMEMBERED_IDS && oldest !== undefined) this.#seen.delete(oldest);
  }
}
