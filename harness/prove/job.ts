import type { SuiteName } from '../config/suites.ts';
import type { BrokenKind } from '../faults/broken/index.ts';
import type { Mutant } from '../faults/fault.ts';
import type { RunJob } from '../run/job.ts';

/** One proof to make: the run that it repeats, and the faults that it plants. */
export interface ProveJob extends RunJob {
  readonly mutants: readonly Mutant[];
  /** Whether `mutants` is all of them, so that cases without a killer can be told. */
  readonly wholeCatalogue: boolean;
  readonly broken: readonly BrokenKind[];
  /** Static suites to prove by drifts in copies of source trees. */
  readonly driftSuites: readonly SuiteName[];
}

/** The run of one step of a proof: into a folder of its own, without progress. */
export function stepOf(
  {
    mutants: _mutants,
    wholeCatalogue: _whole,
    broken: _broken,
    driftSuites: _drifts,
    plant: _plant,
    ...run
  }: ProveJob,
  name: string,
  only?: ReadonlySet<string>,
): RunJob {
  return {
    ...run,
    options: { ...run.options, out: `${run.options.out}/${name}`, lastFailed: false },
    ...(only && { only }),
    display: { ...run.display, quiet: true },
  };
}
