import type { CaseResult, NewEvent } from '../report/event.ts';
import { openSpectator, type Spectator } from '../report/spectator.ts';
import { type OpenSuite, openSuite } from '../suites/perform.ts';
import type { Setting, Suite } from '../suites/suite.ts';
import { CASE_LIMIT_MS, type PlannedCase } from '../support/case.ts';
import { Scope } from '../support/scope.ts';
import type { Act } from './acts.ts';
import { OVERDUE, withinLimit } from './case-limit.ts';
import { livesIn } from './guard.ts';
import type { RunJob } from './job.ts';
import { inLanes } from './lanes.ts';
import { patienceWith } from './patience.ts';
import type { Records } from './records.ts';
import { executable } from './reproduce.ts';
import { type Runner, type RunnerEnd, settingOf } from './runner.ts';
import { type Guard, NOTHING_TO_GUARD, type Stage } from './stage.ts';

/** While one waits for its answers another one works. */
const CASES_PER_WORKER = 2;

/**
 * Executes cases in this process: nothing has to be loaded, and nothing isolates them from each other. Disposing it ends
 * what still runs, and waits for that.
 */
export async function inLineRunner(asked: RunJob, act: Act, records: Records): Promise<Runner> {
  const leaving = new AbortController();
  const job = { ...asked, signal: AbortSignal.any([asked.signal, leaving.signal]) };
  let executing: Promise<RunnerEnd> | undefined;
  const spectator = openSpectator({ ...job.display, total: act.cases.length }, job.display.progress);
  const setting = settingOf(job, records);
  return {
    execute: (stage) => {
      executing = executeSuites(job, act, records, { stage, spectator, setting });
      return executing;
    },
    [Symbol.asyncDispose]: async () => {
      leaving.abort();
      await executing?.catch(() => undefined);
      spectator.end();
    },
  };
}

interface Seat {
  readonly stage: Stage;
  readonly spectator: Spectator;
  readonly setting: Setting;
}

async function executeSuites(job: RunJob, act: Act, records: Records, seat: Seat): Promise<RunnerEnd> {
  job.display.progress?.begin('running cases');
  for (const suite of act.suites) {
    await using scope = new Scope();
    const open = scope.use(await openSuite(suite));
    scope.defer(() => takeAway(open, records));
    await executeSuite(open, { job, suite, records, seat }, casesOf(job, act, suite));
  }
  seat.spectator.end();
  return { exitCode: 0, signal: null };
}

/** What cases have made on a platform that is there longer goes also when one of them could not be told of. */
async function takeAway(open: OpenSuite, records: Records): Promise<void> {
  for (const message of await open.leave())
    records.append({ event: 'run.warning', level: 'warning', message });
}

interface Doing {
  readonly job: RunJob;
  readonly suite: Suite;
  readonly records: Records;
  readonly seat: Seat;
}

async function executeSuite(
  open: OpenSuite,
  { job, suite, records, seat: { stage, spectator, setting } }: Doing,
  cases: readonly PlannedCase[],
): Promise<void> {
  const guard = livesIn(suite) ? stage.guard : NOTHING_TO_GUARD;
  const signal = AbortSignal.any([job.signal, guard.signal]);
  const stop = stopper(job, suite, records);
  const untilStopped = AbortSignal.any([signal, stop.signal]);
  const lanes = suite.clock === 'driven' ? 1 : CASES_PER_WORKER * job.options.workers;
  await inLanes(cases, lanes, untilStopped, async (planned, onIdle) => {
    records.append({ event: 'case.started', id: planned.id });
    const { redactor } = records;
    const performing = open.perform(planned, { ...stageOf(setting, stage), redactor, onIdle });
    const result = await withinLimit(performing, signal);
    if (signal.aborted || !(await isSound(result, guard))) return;
    const event = records.append(endOf(planned, result));
    spectator.show(event);
    stop.note(event);
  });
}

/** Ends the beginning of further cases of a suite once that is of no use; those that run already go on. */
function stopper(job: RunJob, { name }: Suite, records: Records) {
  const patience = patienceWith(records.bail, job);
  const ending = new AbortController();
  const look = () => {
    const end = ending.signal.aborted ? undefined : patience.givenUp();
    if (end === undefined) return;
    records.append({ event: 'run.stopped', ...end, suites: [name] });
    ending.abort();
  };
  look();
  return {
    signal: ending.signal,
    note: (event: NewEvent) => {
      patience.note(event);
      look();
    },
  };
}

function stageOf(setting: Setting, { world }: Stage) {
  return { setting, ...(world && { world }) };
}

/** Without one of its services a case may come to anything but a pass, so then they are looked at. */
async function isSound(result: CaseResult | undefined, guard: Guard): Promise<boolean> {
  return result?.verdict === 'passed' || (await guard.intact());
}

function endOf({ id }: PlannedCase, result: CaseResult | undefined): NewEvent {
  return result
    ? { event: 'case.finished', ...result }
    : { event: 'case.crashed', id, message: OVERDUE, durationMs: CASE_LIMIT_MS };
}

function casesOf(job: RunJob, { cases }: Act, { name }: Suite): readonly PlannedCase[] {
  return executable(
    job,
    cases.filter(({ suite }) => suite === name),
  );
}
