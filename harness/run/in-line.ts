import type { CaseResult, NewEvent } from '../report/event.ts';
import { openSpectator } from '../report/spectator.ts';
import { openSuite } from '../suites/perform.ts';
import type { Setting, Suite } from '../suites/suite.ts';
import type { PlannedCase } from '../support/case.ts';
import type { Act } from './acts.ts';
import { CASE_LIMIT_MS, OVERDUE, withinLimit } from './case-limit.ts';
import { livesIn } from './guard.ts';
import type { RunJob } from './job.ts';
import { inLanes } from './lanes.ts';
import { patienceWith } from './patience.ts';
import type { Records } from './records.ts';
import { executable } from './reproduce.ts';
import { type Runner, settingOf } from './runner.ts';
import { type Guard, NOTHING_TO_GUARD, type Stage } from './stage.ts';

/** While one waits for its answers another one works. */
const CASES_PER_WORKER = 2;

/** Executes cases in this process: nothing has to be loaded, and nothing isolates them from each other. */
export async function inLineRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const spectator = openSpectator({ ...job.display, total: act.cases.length }, job.display.progress);
  const setting = settingOf(job, records);
  return {
    execute: async (stage) => {
      job.display.progress?.begin('running cases');
      for (const suite of act.suites) {
        await using open = await openSuite(suite);
        const guard = livesIn(suite) ? stage.guard : NOTHING_TO_GUARD;
        const signal = AbortSignal.any([job.signal, guard.signal]);
        const lanes = CASES_PER_WORKER * job.options.workers;
        const stop = stopper(job, suite, records);
        const untilStopped = AbortSignal.any([signal, stop.signal]);
        await inLanes(casesOf(job, act, suite), lanes, untilStopped, async (planned, onIdle) => {
          records.append({ event: 'case.started', id: planned.id });
          const performing = open.perform(planned, {
            ...stageOf(setting, stage),
            redactor: records.redactor,
            onIdle,
          });
          const result = await withinLimit(performing, signal);
          if (signal.aborted || !(await isSound(result, guard))) return;
          const event = records.append(endOf(planned, result));
          spectator.show(event);
          stop.note(event);
        });
        for (const message of await open.leave())
          records.append({ event: 'run.warning', level: 'warning', message });
      }
      spectator.end();
      return { exitCode: 0, signal: null };
    },
    [Symbol.asyncDispose]: async () => spectator.end(),
  };
}

/** Ends the beginning of further cases of a suite once that is of no use; those that run already go on. */
function stopper(job: RunJob, { name }: Suite, records: Records) {
  const patience = patienceWith(records.bail, job);
  const ending = new AbortController();
  const look = () => {
    const why = ending.signal.aborted ? undefined : patience.whyGivenUp();
    if (why === undefined) return;
    records.append({ event: 'run.stopped', why, suites: [name] });
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
