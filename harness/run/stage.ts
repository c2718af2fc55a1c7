import type { WorldDescription } from '../environment/index.ts';

/** The world of an act, if its cases need one; leaving it takes it down, unless it was there before. */
export interface Stage extends AsyncDisposable {
  readonly world?: WorldDescription;
  readonly guard: Guard;
}

/** Looks after the services of an act's world while its cases run. What they came to without one of them says nothing. */
export interface Guard extends Disposable {
  /** Aborted when a service was lost, which stands in the records then. */
  readonly signal: AbortSignal;
  /** Whether all of them are still there, looked at now. */
  intact(): Promise<boolean>;
}

/** Of what needs no world. */
export const NOTHING_TO_GUARD: Guard = {
  signal: new AbortController().signal,
  intact: () => Promise.resolve(true),
  [Symbol.dispose]: () => undefined,
};
