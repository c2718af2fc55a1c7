import type { Report } from './report/report.ts';
import { discover } from './run/discover.ts';
import { execute } from './run/execute.ts';
import type { RunJob } from './run/job.ts';
import { publish } from './run/publish.ts';
import { openRecords } from './run/records.ts';
import { enterWorld } from './run/world.ts';

/**
 * One run, from what was asked to what was found: decide what applies, boot the world, execute, judge, report.
 * The subject's misbehaviour is in the report; only what keeps us from judging at all is thrown.
 */
export async function run(job: RunJob): Promise<Report> {
  const plan = await discover(job);
  await using records = await openRecords(job, plan);
  await records.whileRecording(async () => {
    await using world = await enterWorld(job, records);
    await execute(job, plan, world, records);
  });
  return await publish(job, records);
}
