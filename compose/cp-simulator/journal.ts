const MAX_ENTRIES = 10_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** One call that a platform made, with its secrets as fingerprints. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: string;
  /** Name of the call, or `unknown` for a route that the simulator does not have. */
  readonly call: string;
  /** The workspace that the call is about, `tenant` for calls about none. */
  readonly workspace: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON where the body is JSON, else its text; `null` without a body. */
  readonly body: unknown;
  /** Status of the reply; `null` until it is sent. */
  status: number | null;
}

/** All calls in order of arrival, up to a bound; the oldest go first and are counted. */
export class Journal {
  #entries: { readonly entry: JournalEntry; readonly bytes: number }[] = [];
  #seq = 0;
  #bytes = 0;
  #dropped = 0;

  add(call: Omit<JournalEntry, 'seq' | 'at' | 'status'>, bodyBytes: number): JournalEntry {
    this.#seq += 1;
    const entry: JournalEntry = { seq: this.#seq, at: new Date().toISOString(), ...call, status: null };
    this.#entries.push({ entry, bytes: bodyBytes });
    this.#bytes += bodyBytes;
    while (this.#entries.length > MAX_ENTRIES || (this.#bytes > MAX_BYTES && this.#entries.length > 1)) {
      this.#bytes -= this.#entries.shift()?.bytes ?? 0;
      this.#dropped += 1;
    }
    return entry;
  }

  /** The calls about `workspace` (all without it) that came after `since`, and how many were dropped ever. */
  read(workspace: string | undefined, since: number): { entries: readonly JournalEntry[]; dropped: number } {
    const entries = this.#entries.map(({ entry }) => entry).filter((entry) => entry.seq > since);
    const wanted =
      workspace === undefined ? entries : entries.filter((entry) => entry.workspace === workspace);
    return { entries: wanted, dropped: this.#dropped };
  }

  /** Empties the journal; `seq` goes on counting. */
  clear(): void {
    this.#entries = [];
    this.#bytes = 0;
    this.#dropped = 0;
  }
}
