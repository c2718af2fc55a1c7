import type { Observation } from '../faults/judge.ts';
import type { ExpectedKill } from '../faults/resolve.ts';
import type { Trial } from './trial.ts';

/** A trial and what was seen under it. */
export interface Seen {
  readonly trial: Trial;
  readonly kills: readonly ExpectedKill[];
  readonly observation: Observation;
}

/** Nothing could be seen: the trial stays open. */
export const NOTHING_SEEN: Observation = { cases: [], hits: 0 };
