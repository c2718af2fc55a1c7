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
        await inLanes(casesOf(job, act, suite), lanes, signal, async (planned, onIdle) => {
          records.append({ event: 'case.started', id: planned.id });
          const performing = open.perform(planned, {
            ...stageOf(setting, stage),
            redactor: records.redactor,
            onIdle,
          });
          const result = await withinLimit(performing, signal);
          if (signal.aborted || !(await isSound(result, guard))) return;
          spectator.show(records.append(endOf(planned, result)));
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
