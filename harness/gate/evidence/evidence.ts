import type { VerifiedStatement } from '../../attestation/verify.ts';
import type { HistoryEntry } from '../../history/entry.ts';
import type { Promotion } from '../../history/promotion.ts';
import type { Report } from '../../report/report.ts';
import type { Seal } from '../../report/seal.ts';

/** What is known of the log that a report was made of. */
export type LogState =
  | { readonly state: 'absent' }
  | { readonly state: 'unsound'; readonly why: string }
  | {
      readonly state: 'read';
      readonly seal: Seal;
      /** The report that comes of it. */
      readonly report: Report;
      /** Times at which its clock was set back. */
      readonly stepsBack: number;
    };

/** A file that a run has left, held against the digest that it had then. */
export interface FileState {
  readonly path: string;
  readonly state: 'sound' | 'missing' | 'altered';
}

/** One run as it lies before the gate: its report, and all that supports it. */
export interface RunEvidence {
  /** As it was named. */
  readonly place: string;
  readonly report: Report;
  readonly log: LogState;
  /** Nothing where a report was given alone. */
  readonly files: readonly FileState[];
  /** Why its list of files cannot be used; absent where it can, or none is needed. */
  readonly unlisted?: string;
  readonly attestations: readonly VerifiedStatement[];
}

/** Everything that the rules look at: data, read before the first of them. */
export interface Evidence {
  /** ISO time of the judgement. */
  readonly now: string;
  /** The run that decides. */
  readonly run: RunEvidence;
  /** All that were named, with it. */
  readonly all: readonly RunEvidence[];
  /** Digests that are to be promoted; none where nobody named any. */
  readonly digests: readonly string[];
  /** What was judged and promoted before; absent where no history was named. */
  readonly history?: { readonly runs: readonly HistoryEntry[]; readonly promotions: readonly Promotion[] };
  /** Digest of the corpus of the Assay that gates. */
  readonly ownCorpus: string;
}
