import type { KillMatrix } from './kill-matrix.ts';

/**
 * Whether the gates were proven: exactly these, in this clone; others that lay here before; none; or whether the
 * question does not arise, because mutants are planted into the reference platform and this is another subject.
 */
export type ProofStanding = 'proven' | 'outdated' | 'never' | 'other-subject';

/** How far the gate itself is proven. */
export interface Proof extends ProofFigures {
  readonly standing: ProofStanding;
  /** What was checked out when it was proven, as far as git knows. */
  readonly commit?: string;
  /** Digest of the sources that were proven, else of those that judge. */
  readonly sources?: string;
  /** When it was proven, as an ISO time; the oldest part counts. */
  readonly at?: string;
  /** Of another subject: whether these gates were proven on the reference platform, with the figures of that. */
  readonly gates?: Exclude<ProofStanding, 'other-subject'>;
}

/** Mutants killed of those tried, and the cases that pass against rubbish. */
export interface ProofFigures {
  readonly mutantScore?: { readonly killed: number; readonly total: number };
  /** How many deaths of cases were looked for, of all that the mutants must cause. */
  readonly deaths?: { readonly tried: number; readonly of: number };
  /** Gated cases that no mutant kills. */
  readonly unkilled?: number;
  readonly vacuous?: number;
  /** Cases that went red on a conforming variant, of all variants tried. */
  readonly falseAlarms?: { readonly alarms: number; readonly variants: number };
  /** Which mutant killed which cases; absent in proofs that were made before it was kept. */
  readonly kills?: KillMatrix;
}
