import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { World, WorldDescription } from '../environment/index.ts';
import type { Observation } from '../faults/judge.ts';
import type { CaseResult } from '../report/event.ts';
import { withinLimit } from '../run/case-limit.ts';
import { openRunDirectory } from '../run/directory.ts';
import { inLanes } from '../run/lanes.ts';
import { executable } from '../run/reproduce.ts';
import { openSuite } from '../suites/perform.ts';
import type { ProveJob } from './job.ts';
import { type Pace, paceOf } from './pace.ts';
import { plantInto } from './plant-into.ts';
import type { Trial } from './trial.ts';

/**
 * Performs the cases of a trial in a world that has something planted beside the sound one. They are the cases of the
 * gate, performed here and not by a runner of their own: starting one takes longer than most faults have cases for.
 */
export async function observeUnder(job: ProveJob, base: World, trial: Trial): Promise<Observation> {
  const chosen = trial.plan.cases.filter(({ id }) => trial.cases.has(id));
  const pace = paceOf(trial.planted.plant, chosen);
  await using planted = await plantInto(job, base, trial);
  const cases = await performIn(job, trial, planted.world, pace);
  return { cases, hits: pace.moved + (await planted.hits()) };
}

async function performIn(
  job: ProveJob,
  { suite, planted: { id, deadlineMs } }: Trial,
  world: WorldDescription,
  { lanes, cases }: Pace,
): Promise<readonly CaseResult[]> {
  const runDirectory = join(job.options.out, id);
  await using _held = await openRunDirectory(runDirectory, id);
  await using open = await openSuite(suite);
  const setting = {
    runDirectory,
    redactionKey: randomBytes(32).toString('hex'),
    revision: job.options.revision ?? job.subject.revision,
    seed: job.options.seed,
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
  const results = await inLanes(executable(job, cases), lanes, job.signal, (planned) =>
    withinLimit(open.perform(planned, { setting, world }), job.signal),
  );
  return results.filter((result) => result !== undefined);
}
