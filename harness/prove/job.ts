import type { BrokenKind } from '../mutants/broken/index.ts';
import type { Mutant } from '../mutants/mutant.ts';
import type { RunJob } from '../run/job.ts';

/** One proof to make: the run that it repeats, and the faults that it plants. */
export interface ProveJob extends RunJob {
  readonly mutants: readonly Mutant[];
  /** Whether `mutants` is all of them, so that cases without a killer can be told. */
  readonly wholeCatalogue: boolean;
  readonly broken: readonly BrokenKind[];
}

/** The run of one step of a proof: into a folder of its own, without progress. */
export function stepOf(job: ProveJob, name: string, only?: ReadonlySet<string>): RunJob {
  const { plant: _plant, only: _only, ...rest } = job;
  return {
    ...rest,
    options: { ...job.options, out: `${job.options.out}/${name}`, lastFailed: false },
    ...(only && { only }),
    display: { ...job.display, quiet: true },
  };
}
