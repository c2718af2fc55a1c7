/**
 * One thing that a client did to a lease. Times are milliseconds of the clock by which leases end, read before the request
 * left and after its answer came: whatever happened, happened in between.
 */
export interface Operation {
  readonly client: string;
  readonly kind: 'acquire' | 'release' | 'force-release' | 'observe';
  readonly startMs: number;
  readonly endMs: number;
  readonly outcome: Outcome;
}

/** What the answer said; `unknown` when there was none, or one that says nothing of the lease. */
export type Outcome =
  | { readonly is: 'granted'; readonly untilMs: number }
  | { readonly is: 'refused' }
  | { readonly is: 'released' }
  | { readonly is: 'held'; readonly by: string }
  | { readonly is: 'free' }
  | { readonly is: 'unknown'; readonly why: string };

/** An operation on one line, for a counter-example. */
export function inWords({ client, kind, startMs, endMs, outcome }: Operation, originMs: number): string {
  const seconds = (ms: number) => ((ms - originMs) / 1000).toFixed(3);
  return `${seconds(startMs)}–${seconds(endMs)} s ${client} ${kind}: ${outcomeInWords(outcome, seconds)}`;
}

function outcomeInWords(outcome: Outcome, seconds: (ms: number) => string): string {
  if (outcome.is === 'granted') return `granted until ${seconds(outcome.untilMs)} s`;
  if (outcome.is === 'held') return `held by ${outcome.by}`;
  return outcome.is === 'unknown' ? `unknown, ${outcome.why}` : outcome.is;
}
