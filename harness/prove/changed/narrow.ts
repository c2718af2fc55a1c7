import { thinned } from '../thin.ts';
import type { Trial } from '../trial.ts';
import type { Reach } from './reach.ts';
import { someTrials } from './some-trials.ts';

/** What a proof was narrowed to, and why. */
export interface Narrowing {
  /** The git revision. */
  readonly since: string;
  /** Ids of what it touches, of the things that could be planted. */
  readonly touched: readonly string[];
  /** How many of those are tried: some of very many. */
  readonly chosen: number;
  readonly of: number;
  /** Ids of cases that are made from what has changed. */
  readonly cases: readonly string[];
  /** Whether all that has changed are documents and tests. */
  readonly isBeside: boolean;
  /** Each changed file, with what it touches. */
  readonly files: readonly { readonly file: string; readonly touches: readonly string[] }[];
}

/** The trials that changed files touch, and the cases that are made from them. */
export interface Narrowed {
  readonly trials: readonly Trial[];
  readonly cases: ReadonlySet<string>;
  readonly narrowing: Narrowing;
}

/** What changed files touch, since when, and the seed by which cases are drawn. */
export interface Change {
  readonly since: string;
  readonly reaches: readonly Reach[];
  readonly seed: number;
}

/** So many cases are looked at under each fault then; a whole proof has more. */
export const THICKNESS = { named: 3, unrelated: 3, inHaste: true };

/** Keeps what is touched itself or must kill a touched case; a variant that is not looks at touched cases alone. */
export function narrowTo({ since, reaches, seed }: Change, all: readonly Trial[]): Narrowed {
  const planted = new Set(reaches.flatMap((reach) => [...reach.planted]));
  const cases = new Set(reaches.flatMap((reach) => [...reach.cases]));
  const touched = all.flatMap((trial) => (planted.has(trial.planted.id) ? [trial] : ofCases(trial, cases)));
  const chosen = someTrials(touched, reaches, seed);
  const narrowing: Narrowing = {
    ...{ since, chosen: chosen.length, of: all.length, cases: [...cases] },
    touched: touched.map((trial) => trial.planted.id),
    isBeside: reaches.length > 0 && reaches.every(({ isBeside }) => isBeside),
    files: reaches.map(({ file, words }) => ({ file, touches: words })),
  };
  return { trials: thinned(chosen, () => cases, THICKNESS, seed), cases, narrowing };
}

function ofCases(trial: Trial, touched: ReadonlySet<string>): readonly Trial[] {
  if (trial.kills.length > 0) return trial.kills.some(({ caseId }) => touched.has(caseId)) ? [trial] : [];
  const cases = new Set([...trial.cases].filter((id) => touched.has(id)));
  return cases.size > 0 ? [{ ...trial, cases }] : [];
}
