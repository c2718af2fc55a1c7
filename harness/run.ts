import type { Report } from './report/report.ts';
import { discover } from './run/discover.ts';
import type { RunJob } from './run/job.ts';
import { publish } from './run/publish.ts';
import { openRecords } from './run/records.ts';
import { startRunner } from './run/runner.ts';
import { enterWorld } from './run/world.ts';

/**
 * One run, from what was asked to what was found: decide what applies, boot the world, execute, judge, report.
 * The subject's misbehaviour is in the report; only what keeps us from judging at all is thrown.
 */
export async function run(job: RunJob): Promise<Report> {
  const plan = await discover(job);
  await using records = await openRecords(job, plan);
  await records.whileRecording(async () => {
    await using runner = await startRunner(job, plan, records);
    await using stage = await enterWorld(job, plan, records);
    await runner.execute(stage.world);
  });
  return await publish(job, records);
}
