import type { World } from '../environment/index.ts';
import { judgeMutant, type MutantResult } from '../faults/judge.ts';
import { describeError } from '../support/errors.ts';
import { proveCorpusMutant } from './corpus-mutant.ts';
import type { ProveJob } from './job.ts';
import { inLanes } from './lanes.ts';
import type { ServiceTrial, Trial } from './trial.ts';
import { runUnderMutant } from './under-mutant.ts';

/** Plants each mutant on its own and judges it; as many at a time as the run has workers. */
export function proveMutants(
  job: ProveJob,
  world: World,
  trials: readonly Trial[],
): Promise<readonly MutantResult[]> {
  return inLanes(trials, job.options.workers, job.signal, async (trial) => {
    const startedMs = performance.now();
    const result = await proveMutant(job, world, trial);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    const { mutant, verdict, cases, title } = result;
    job.display.note(`${mutant} ${verdict} (${cases.length} cases, ${seconds} s): ${title}`);
    return result;
  });
}

function proveMutant(job: ProveJob, world: World, trial: Trial): Promise<MutantResult> {
  switch (trial.kind) {
    case 'service':
      return proveServiceMutant(job, world, trial);
    case 'corpus':
      return proveCorpusMutant(job.corpusFolder, trial.mutant);
    default:
      return trial satisfies never;
  }
}

/** A world that does not come up, or cases that cannot be run, leave a mutant unjudged; the proof goes on. */
async function proveServiceMutant(
  job: ProveJob,
  world: World,
  { mutant, kills, cases }: ServiceTrial,
): Promise<MutantResult> {
  try {
    return judgeMutant(mutant, kills, { cases: await runUnderMutant(job, world, mutant, cases) });
  } catch (error) {
    if (!job.signal.aborted) job.display.note(`${mutant.id}: ${describeError(error)}`);
    return judgeMutant(mutant, kills, { cases: [] });
  }
}
