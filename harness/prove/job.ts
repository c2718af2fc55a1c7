import { type RunJob, silent } from '../run/job.ts';

/** The three questions of a proof: do gates catch what they must, stay quiet where they must, and see through rubbish? */
export type Question = 'faults' | 'neutral' | 'broken';

/** One proof to make: the run that it repeats, and what it plants. */
export interface ProveJob extends RunJob {
  readonly question: Question;
  /** Ids of what is planted; everything that the suites have when absent. */
  readonly chosen?: readonly string[];
  /**
   * How many cases are looked at in each variant (all of them when absent), or of those that a fault names (the usual
   * number when absent, all of them when the fault was chosen); may be infinite.
   */
  readonly sample?: number;
  /** Only what these files touch: paths from the project's root, as they have changed since a git revision. */
  readonly changed?: { readonly since: string; readonly files: ReadonlySet<string> };
}

/** The run of one step of a proof: into a folder of its own, without progress. */
export function stepOf(
  {
    question: _question,
    chosen: _chosen,
    changed: _changed,
    sample: _sample,
    plant: _plant,
    proof: _proof,
    ...run
  }: ProveJob,
  name: string,
  only?: ReadonlySet<string>,
): RunJob {
  return {
    ...run,
    options: { ...run.options, out: `${run.options.out}/${name}`, lastFailed: false },
    ...(only && { only }),
    display: silent(run.display),
  };
}
