import type { World } from '../environment/index.ts';
import { judgeMutant, type MutantResult } from '../mutants/judge.ts';
import { plantOf } from '../mutants/plant-of.ts';
import { run } from '../run.ts';
import { proveCorpusMutant } from './corpus-mutant.ts';
import { type ProveJob, stepOf } from './job.ts';
import { inLanes } from './lanes.ts';
import type { ServiceTrial, Trial } from './trial.ts';

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

async function proveServiceMutant(
  job: ProveJob,
  world: World,
  { mutant, kills, cases }: ServiceTrial,
): Promise<MutantResult> {
  const step = stepOf(job, mutant.id, cases);
  const report = await run({
    ...step,
    options: { ...step.options, workers: 1 },
    plant: plantOf(mutant),
    beside: world,
    ...(mutant.deadlineMs !== undefined && { deadlineMs: mutant.deadlineMs }),
  });
  return judgeMutant(mutant, kills, report);
}
