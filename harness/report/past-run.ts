import { join } from 'node:path';
import { HarnessError } from '../support/errors.ts';
import { applyBaseline } from './apply-baseline.ts';
import { buildReport } from './build.ts';
import type { RunEvent, RunStarted } from './event.ts';
import { writeSoundReport } from './files.ts';
import { partsOf } from './parts.ts';
import { readEvents } from './read-events.ts';
import type { Report } from './report.ts';
import { reportCheck } from './schemas.ts';
import { type Seal, sealOf } from './seal.ts';

/** Name of the log that a run directory holds from its first moment on. */
export const EVENTS_FILE = 'events.ndjson';

/** A run as its events tell it, whether it ended or was killed. */
export interface PastRun {
  readonly events: readonly RunEvent[];
  readonly started: RunStarted;
  readonly report: Report;
  readonly seal: Seal;
  /** SHA-256 of each file of evidence, as it was when the run ended; nothing of a run that did not say. */
  readonly evidence?: Readonly<Record<string, string>>;
  /** How often the clock was set back while it ran. */
  readonly stepsBack: number;
}

/** Reads the run of a directory. Throws `HarnessError` when its events are none, or cannot be those of a run. */
export async function readPastRun(directory: string): Promise<PastRun> {
  const file = join(directory, EVENTS_FILE);
  const events = await readEvents(file);
  const report = soundReport(events, file);
  const evidence = events.findLast((event) => event.event === 'run.evidence')?.files;
  return {
    events,
    started: partsOf(events).whole.started,
    report,
    seal: sealOf(file),
    ...(evidence && { evidence }),
    stepsBack: stepsBackIn(events),
  };
}

/** Builds the report of the run in a directory from its events alone, and writes it there in every format. */
export async function rebuildReport(directory: string): Promise<Report> {
  const { report, seal } = await readPastRun(directory);
  if (seal === 'broken') throw edited(directory);
  await writeSoundReport(directory, report);
  return report;
}

/** Several processes write, so a few milliseconds out of order are none. */
const UNORDERED_MS = 1000;

function stepsBackIn(events: readonly RunEvent[]): number {
  const times = events.map(({ at }) => Date.parse(at));
  return times.filter((time, index) => time < (times[index - 1] ?? time) - UNORDERED_MS).length;
}

/** An event has a name and a time; what else it says is only known when a report comes of it. */
function soundReport(events: readonly RunEvent[], file: string): Report {
  try {
    const report = reportOf(events);
    const checked = reportCheck()(report);
    if ('value' in checked) return report;
    throw notOfARun(file, checked.violations.slice(0, 10));
  } catch (error) {
    if (error instanceof TypeError) throw notOfARun(file, [error.message]);
    throw error;
  }
}

/** Known failures are held against the day on which the run began. */
function reportOf(events: readonly RunEvent[]): Report {
  const report = buildReport(events);
  const baseline = events.find((event) => event.event === 'run.started')?.baseline;
  return baseline ? applyBaseline(report, baseline, new Date(report.startedAt)) : report;
}

function edited(directory: string): HarnessError {
  return new HarnessError({
    code: 'EVENTS_EDITED',
    message: `${join(directory, EVENTS_FILE)} is not what the run has left: its seal is broken.`,
    fix: 'Get the log as it was, or run again; a report of edited events would say nothing.',
  });
}

function notOfARun(file: string, details: readonly string[]): HarnessError {
  return new HarnessError({
    code: 'EVENTS_UNSOUND',
    message: `No sound report comes of the events in ${file}.`,
    details,
    fix: 'If nobody has edited them, this is a fault of Assay: please report it with that file.',
  });
}
