/** Which known regression killed which cases, of those that were looked at under it. */
export interface KillMatrix {
  /** Ids of all cases that a row names, each once. */
  readonly cases: readonly string[];
  readonly faults: readonly KillRow[];
}

/** What became of one regression; cases are told by their place in `cases`. */
export interface KillRow {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly verdict: 'killed' | 'survived' | 'inconclusive';
  /** Those that died of it, for the reason that was said before. */
  readonly killed: readonly number[];
  /** Those that had to, and did not. */
  readonly alive: readonly number[];
}
