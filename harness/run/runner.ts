import type { Setting } from '../suites/suite.ts';
import { type RunJob, revisionOf } from './job.ts';
import type { Stage } from './stage.ts';

/** What executes the cases of an act, started and waiting for a world. Disposing it ends it, wherever it is. */
export interface Runner extends AsyncDisposable {
  /**
   * Hands the world over, where the cases need one, and answers when every planned case has run, the runner has died, or
   * a service of that world has been lost.
   */
  execute(stage: Stage): Promise<RunnerEnd>;
}

/** How a runner ended; `exitCode` is null after a signal. */
export interface RunnerEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** The worst of several ends: a death by signal before an exit code, any exit code before none. */
export function worstEnd(ends: readonly RunnerEnd[]): RunnerEnd {
  const sound: RunnerEnd = { exitCode: 0, signal: null };
  return ends.find(({ signal }) => signal !== null) ?? ends.find(({ exitCode }) => exitCode !== 0) ?? sound;
}

/** Where a run records, and by which key it keeps equal secrets equal. */
export interface Recorded {
  /** Absolute path of the run directory. */
  readonly directory: string;
  readonly redactionKey: string;
}

/** What the run tells all its cases. */
export function settingOf(job: RunJob, { directory, redactionKey }: Recorded): Setting {
  return {
    runDirectory: directory,
    revision: revisionOf(job),
    seed: job.options.seed,
    redactionKey,
  };
}
