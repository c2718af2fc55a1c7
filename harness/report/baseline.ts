/** A failure that is known and owned, for a limited time; `case` is an id, a list, or ids with `{a,b}` choices. */
export interface BaselineEntry {
  readonly case: string | readonly string[];
  readonly clause: string;
  readonly owner: string;
  readonly reason: string;
  /** ISO date; the last day on which the entry holds. */
  readonly expires: string;
}

/** The content of a baseline file. */
export interface Baseline {
  readonly formatVersion: 1;
  /** Name of the subject whose failures these are. */
  readonly subject: string;
  readonly entries: readonly BaselineEntry[];
}

/** What an entry says about the one case that it covers. */
export interface CaseBaseline {
  readonly clause: string;
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
}

/**
 * What came of an entry: `expected` holds; `stale` passed, `unmatched` names nothing that failed so, `expired` is
 * past its date, and these three gate; `unjudged` and `unselected` could not be decided in this run.
 */
export type BaselineState = 'expected' | 'stale' | 'unmatched' | 'expired' | 'unjudged' | 'unselected';

export interface BaselineOutcome extends CaseBaseline {
  readonly case: string;
  readonly state: BaselineState;
}

export interface BaselineReport {
  readonly outcomes: readonly BaselineOutcome[];
}
