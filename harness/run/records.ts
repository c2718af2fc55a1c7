import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { FORMAT_VERSION, type NewEvent } from '../report/event.ts';
import { type EventLog, openEventLog } from '../report/event-log.ts';
import { AssayError, describeError, InterruptedError } from '../support/errors.ts';
import { openRunDirectory } from './directory.ts';
import type { Discovery } from './discover.ts';
import type { RunJob } from './job.ts';
import { executable } from './reproduce.ts';
import { type RunnerEnd, worstEnd } from './runner.ts';
import { installedVersions } from './versions.ts';

/** The run directory and its event log, open from the first event on. */
export interface Records extends AsyncDisposable {
  readonly runId: string;
  /** Absolute path of the run directory. */
  readonly directory: string;
  readonly eventsFile: string;
  append(event: NewEvent): void;
  /**
   * Does the work, if there is any, and records how its runners ended, the worst of them; an error that stops it is
   * recorded, and makes the run inconclusive.
   */
  whileRecording(work: () => AsyncIterable<RunnerEnd>): Promise<void>;
}

/** Makes the run directory and writes who is judged, with what, and what is planned. */
export async function openRecords(job: RunJob, plan: Discovery): Promise<Records> {
  const runId = `run-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`;
  const lock = await openRunDirectory(job.options.out);
  const eventsFile = join(job.options.out, 'events.ndjson');
  const log = openEventLog(eventsFile);
  log.append(await started(job, runId));
  log.append(planned(job, plan));
  return recordsOver(log, { runId, directory: job.options.out, eventsFile }, plan, job.signal, lock);
}

function recordsOver(
  log: EventLog,
  names: Pick<Records, 'runId' | 'directory' | 'eventsFile'>,
  plan: Discovery,
  signal: AbortSignal,
  lock: AsyncDisposable,
): Records {
  return {
    ...names,
    append: log.append,
    whileRecording: async (work) => {
      try {
        mustHaveCases(plan);
        const ends: RunnerEnd[] = [];
        for await (const end of work()) ends.push(end);
        log.append({ event: 'run.finished', ...worstEnd(ends) });
      } catch (error) {
        if (!signal.aborted)
          log.append({ event: 'run.warning', level: 'error', message: describeError(error) });
        log.append({
          event: 'run.finished',
          exitCode: error instanceof AssayError ? error.exitCode : 2,
          signal: null,
        });
      }
      if (signal.aborted) log.append({ event: 'run.interrupted', signal: nameOf(signal.reason) });
    },
    [Symbol.asyncDispose]: async () => {
      log[Symbol.dispose]();
      await lock[Symbol.asyncDispose]();
    },
  };
}

/** The system signal that interrupted the run. */
function nameOf(reason: unknown): string {
  return reason instanceof InterruptedError ? reason.signal : 'SIGINT';
}

function mustHaveCases({ cases, excluded }: Discovery): void {
  if (cases.length > 0) return;
  throw new AssayError({
    code: 'NOTHING_SELECTED',
    message: 'No case is left to execute, so nothing can be judged.',
    details: excluded.slice(0, 10).map(({ id, reason }) => `${id}: ${reason}`),
    fix: 'Loosen -g, --shard or --last-failed; npx assay run --list shows the cases.',
  });
}

async function started(job: RunJob, runId: string): Promise<NewEvent> {
  const { options, subject, plant } = job;
  const revision = options.revision ?? subject.revision;
  return {
    event: 'run.started',
    runId,
    formatVersion: FORMAT_VERSION,
    seed: options.seed,
    argv: job.argv,
    subject: { name: subject.name, kind: subject.kind, revision: subject.revision },
    revision,
    mode: options.mode,
    ...(plant && { mutant: plant.id }),
    ...(options.worldId !== undefined && { worldId: options.worldId }),
    versions: await installedVersions(),
    digests: {},
  };
}

function planned(job: RunJob, { suites, cases, excluded, unselected }: Discovery): NewEvent {
  return {
    event: 'run.planned',
    suites: suites.map(({ name, groups }) => ({ name, groups })),
    cases: executable(job, cases),
    excluded,
    unselected,
  };
}
