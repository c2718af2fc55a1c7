/** The two answers of a gate. */
export type GateVerdict = 'PROMOTE' | 'HOLD';

/** What one rule came to. */
export interface RuleAnswer {
  readonly id: string;
  readonly says: string;
  readonly held: boolean;
  readonly evidence: string;
  /** What would have to change; of a broken rule only. */
  readonly change?: string;
  readonly items?: readonly string[];
}

/** A branch of the tree. */
export interface Branch {
  readonly title: string;
  readonly rules: readonly RuleAnswer[];
}

/** A run that decides, with every rule, held ones too. */
export interface JudgedRun {
  readonly runId: string;
  readonly place: string;
  readonly subject: string;
  readonly digests: readonly string[];
  readonly endedAt: string;
  /** Cases that passed or failed, that were recorded and not judged, and that were left out. */
  readonly judged: number;
  readonly policy: number;
  readonly notApplicable: number;
  readonly held: boolean;
  readonly branches: readonly Branch[];
}

/** The content of the document that `assay gate --json` prints. */
export interface GateAnswer {
  readonly formatVersion: 1;
  readonly verdict: GateVerdict;
  /** In one sentence. */
  readonly why: string;
  /** What would have to change for the other verdict. */
  readonly changes: readonly string[];
  readonly policy: string;
  /** What may be promoted, or what was asked for. */
  readonly digests: readonly string[];
  /** ISO time. */
  readonly at: string;
  readonly runs: readonly JudgedRun[];
}
