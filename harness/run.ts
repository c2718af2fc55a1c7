import { rebuildReport } from './report/past-run.ts';
import type { Report } from './report/report.ts';
import { type Act, actsOf } from './run/acts.ts';
import { discover } from './run/discover.ts';
import type { RunJob } from './run/job.ts';
import { type PlantWatch, watchPlant } from './run/planted.ts';
import { openRecords, type Records } from './run/records.ts';
import type { RunnerEnd } from './run/runner.ts';
import { startRunner } from './run/start-runner.ts';
import { timed } from './run/timeline.ts';
import { enterWorld } from './run/world.ts';

/**
 * One run, from what was asked to what was found: decide what applies, boot the world, execute, judge, report.
 * The subject's misbehaviour is in the report; only what keeps us from judging at all is thrown.
 */
export async function run(job: RunJob): Promise<Report> {
  const plan = await timed('planning', () => discover(job));
  await using records = await openRecords(job, plan);
  const planted = watchPlant(job);
  await records.whileRecording(async function* () {
    for (const act of actsOf(plan)) yield await perform(job, act, records, planted);
    planted.mustHaveRun();
  });
  return await timed('report', () => rebuildReport(records.directory));
}

/** The runner loads while the world boots; both end with the act. */
async function perform(job: RunJob, act: Act, records: Records, planted: PlantWatch): Promise<RunnerEnd> {
  await using runner = await timed('runner', () => startRunner(job, act, records));
  await using stage = await timed('world', () => enterWorld(job, act, records));
  const countHits = planted.begin(stage.world);
  const end = await timed('cases', () => runner.execute(stage));
  await stage.guard.intact();
  await countHits();
  return end;
}
