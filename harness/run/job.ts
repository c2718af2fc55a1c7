import type { RunOptions } from '../config/run-options.ts';
import type { Subject } from '../config/subject.ts';
import type { Revision } from '../corpus/entry.ts';
import type { MutantPlant, World } from '../environment/index.ts';
import type { Baseline } from '../report/baseline.ts';
import type { ProgressDisplay } from '../report/progress.ts';
import type { Proof } from '../report/proof.ts';
import type { Provenance } from '../report/provenance.ts';
import type { Suite } from '../suites/suite.ts';

/** One run to do: what was asked for, whom it judges, and who watches. */
export interface RunJob {
  readonly options: RunOptions;
  readonly suites: readonly Suite[];
  /** Number of all suites that judge this subject; that of `suites` when absent. */
  readonly ofSuites?: number;
  readonly subject: Subject;
  /** Its known failures, read before anything boots. */
  readonly baseline?: Baseline;
  /** The command line as typed, for the report. */
  readonly argv: readonly string[];
  /** Exactly these cases, whatever `options` selects. */
  readonly only?: ReadonlySet<string>;
  readonly plant?: MutantPlant;
  /** A world that runs already and outlives this run. */
  readonly attached?: World;
  /** `false` sends cases at a subject that was never seen ready; only a proof does that. */
  readonly probe?: false;
  /** How far the gates are proven, when that is known. */
  readonly proof?: Proof;
  /** Which harness judges, when that is known. */
  readonly provenance?: Provenance;
  readonly display: Display;
  /** Aborted by Ctrl-C; the run then ends early, cleanly and with a report. */
  readonly signal: AbortSignal;
}

/** The revision that is followed: the one that was asked for, else the subject's own. */
export function revisionOf({ options, subject }: Pick<RunJob, 'options' | 'subject'>): Revision {
  return options.revision ?? subject.revision;
}

/** Where progress goes; `quiet` runs show nothing but errors. */
export interface Display {
  readonly quiet: boolean;
  readonly color: boolean;
  readonly note: (line: string) => void;
  /** Shows what goes on; a run of which only the outcome counts has none. */
  readonly progress?: ProgressDisplay;
}

/** The same without progress: only the outcome counts, or somebody else has the screen. */
export function silent({ progress: _, ...display }: Display): Display {
  return { ...display, quiet: true };
}
