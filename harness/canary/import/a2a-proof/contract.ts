import type { Taken } from '../taken.ts';

/** What holds for all scenarios of a contract. */
export interface Contract {
  /** Absolute path, beside which its files lie. */
  readonly file: string;
  /** What every reply is held to. */
  readonly everywhere: Taken;
}
