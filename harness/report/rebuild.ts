import { join } from 'node:path';
import { applyBaseline } from './apply-baseline.ts';
import { buildReport } from './build.ts';
import type { RunEvent } from './event.ts';
import { writeReportFiles } from './files.ts';
import { readEvents } from './read-events.ts';
import type { Report } from './report.ts';

/** Name of the log that a run directory holds from its first moment on. */
export const EVENTS_FILE = 'events.ndjson';

/** The report of a run, from its events alone; known failures are held against the day on which it began. */
export function reportOf(events: readonly RunEvent[]): Report {
  const report = buildReport(events);
  const baseline = events.find((event) => event.event === 'run.started')?.baseline;
  return baseline ? applyBaseline(report, baseline, new Date(report.startedAt)) : report;
}

/** Builds the report of the run in a directory from its events, and writes it there in every format. */
export async function rebuildReport(directory: string): Promise<Report> {
  const report = reportOf(await readEvents(join(directory, EVENTS_FILE)));
  await writeReportFiles(directory, report);
  return report;
}
