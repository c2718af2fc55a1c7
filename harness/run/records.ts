import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { FORMAT_VERSION, type NewEvent } from '../report/event.ts';
import { type EventLog, openEventLog } from '../report/event-log.ts';
import { EVENTS_FILE } from '../report/past-run.ts';
import type { Patience } from '../report/patience.ts';
import { digestOfLog } from '../report/seal.ts';
import { evidenceDigests } from '../suites/evidence-list.ts';
import { isOfAbort } from '../support/aborted.ts';
import { AssayError, describeError, EnvironmentError, InterruptedError } from '../support/errors.ts';
import { createRedactor, type Redactor } from '../support/redaction/redactor.ts';
import { Scope } from '../support/scope.ts';
import { cloneId } from './clone-id.ts';
import { openRunDirectory } from './directory.ts';
import { type Discovery, mustHaveCases } from './discover.ts';
import { type RunJob, revisionOf } from './job.ts';
import { bailOf } from './patience.ts';
import { executable } from './reproduce.ts';
import { type Recorded, type RunnerEnd, worstEnd } from './runner.ts';
import { toldWords } from './told-words.ts';
import { installedVersions } from './versions.ts';

/** The run directory and its event log, open from the first event on. */
export interface Records extends AsyncDisposable, Recorded {
  readonly runId: string;
  readonly eventsFile: string;
  /** Knows the secrets of the run; what they stand in is redacted when it is appended. */
  readonly redactor: Redactor;
  /** Counts over the whole run what did not pass. */
  readonly bail: Patience;
  /** Answers the event as it stands in the log now. */
  append<T extends NewEvent>(event: T): T;
  /**
   * Does the work, if there is any, and records how its runners ended, the worst of them; an error that stops it is
   * recorded, and makes the run inconclusive.
   */
  whileRecording(work: () => AsyncIterable<RunnerEnd>): Promise<void>;
}

/** Makes the run directory and writes who is judged, with what, and what is planned. */
export async function openRecords(job: RunJob, plan: Discovery): Promise<Records> {
  const runId = `run-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`;
  const directory = job.options.out;
  const eventsFile = join(directory, EVENTS_FILE);
  const redactionKey = randomBytes(32).toString('hex');
  const scope = new Scope();
  try {
    scope.use(await openRunDirectory(directory, runId));
    const redactor = createRedactor({ secrets: [], key: redactionKey });
    const log = openEventLog(eventsFile, { conceal: redactor.value });
    scope.defer(() => log[Symbol.dispose]());
    log.append(await started(job, runId, redactionKey));
    log.append(planned(job, plan));
    return {
      ...{ runId, directory, eventsFile, redactionKey, redactor },
      append: log.append,
      bail: bailOf(job, eventsFile),
      whileRecording: async (work) => {
        await whileRecording(log, plan, job.signal, work);
        log.append({ event: 'run.evidence', files: await evidenceDigests(directory) });
        log.append({ event: 'run.sealed', sha256: digestOfLog(eventsFile) });
      },
      [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
    };
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
}

async function whileRecording(
  log: EventLog,
  plan: Discovery,
  signal: AbortSignal,
  work: () => AsyncIterable<RunnerEnd>,
): Promise<void> {
  try {
    mustHaveCases(plan);
    const ends: RunnerEnd[] = [];
    for await (const end of work()) ends.push(end);
    log.append({ event: 'run.finished', ...worstEnd(ends) });
  } catch (error) {
    if (!isOfAbort(error, signal))
      log.append({ event: 'run.warning', level: 'error', message: describeError(error, { inFull: true }) });
    const exitCode = error instanceof AssayError ? error.exitCode : 2;
    log.append({ event: 'run.finished', exitCode, signal: null });
  }
  if (signal.aborted) log.append(whyGivenUp(signal.reason));
}

/** A person ends a run by a signal; a deadline that is over is a fault of the run. */
function whyGivenUp(reason: unknown): NewEvent {
  if (reason instanceof EnvironmentError)
    return { event: 'run.warning', level: 'error', message: describeError(reason) };
  return { event: 'run.interrupted', signal: reason instanceof InterruptedError ? reason.signal : 'SIGINT' };
}

async function started(job: RunJob, runId: string, redactionKey: string): Promise<NewEvent> {
  const { options, subject, plant } = job;
  return {
    event: 'run.started',
    runId,
    formatVersion: FORMAT_VERSION,
    clone: cloneId(),
    seed: options.seed,
    argv: toldWords(job, redactionKey),
    subject: { name: subject.name, kind: subject.kind, revision: subject.revision },
    revision: revisionOf(job),
    mode: options.mode,
    ...(plant && { mutant: plant.id }),
    ...(options.worldId !== undefined && { worldId: options.worldId }),
    ...(job.provenance && { provenance: job.provenance }),
    ...(job.proof && { proof: job.proof }),
    ...(job.baseline && { baseline: job.baseline }),
    versions: await installedVersions(),
    digests: {},
  };
}

function planned(job: RunJob, { suites, cases, excluded, unselected, scope }: Discovery): NewEvent {
  return {
    event: 'run.planned',
    suites: suites.map(({ name, groups }) => ({ name, groups })),
    cases: executable(job, cases),
    excluded,
    unselected,
    scope,
  };
}
