import { applyBaseline, buildReport, readEvents, writeReportFiles } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { RunJob } from './job.ts';
import type { Records } from './records.ts';

/** Builds the report from the recorded events alone, holds it against the subject's baseline, writes every format. */
export async function publish(job: RunJob, records: Records): Promise<Report> {
  const events = await readEvents(records.eventsFile);
  const report = buildReport(events, job.proof ? { proof: job.proof } : {});
  const judged = job.baseline ? applyBaseline(report, job.baseline, new Date()) : report;
  await writeReportFiles(records.directory, judged);
  return judged;
}
