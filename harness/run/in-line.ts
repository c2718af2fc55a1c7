import { openSpectator } from '../report/spectator.ts';
import { openSuite } from '../suites/perform.ts';
import type { Suite } from '../suites/suite.ts';
import type { PlannedCase } from '../support/case.ts';
import type { Act } from './acts.ts';
import { CASE_LIMIT_MS, OVERDUE, withinLimit } from './case-limit.ts';
import type { RunJob } from './job.ts';
import { inLanes } from './lanes.ts';
import type { Records } from './records.ts';
import { executable } from './reproduce.ts';
import { type Runner, settingOf } from './runner.ts';

/** While one waits for its answers another one works. */
const CASES_PER_WORKER = 2;

/** Executes cases in this process: nothing has to be loaded, and nothing isolates them from each other. */
export async function inLineRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const spectator = openSpectator({ ...job.display, total: act.cases.length });
  const setting = settingOf(job, records);
  return {
    execute: async (world) => {
      for (const suite of act.suites) {
        await using open = await openSuite(suite);
        await inLanes(
          casesOf(job, act, suite),
          CASES_PER_WORKER * job.options.workers,
          job.signal,
          async (planned) => {
            records.append({ event: 'case.started', id: planned.id });
            const performing = open.perform(planned, { setting, ...(world && { world }) });
            const result = await withinLimit(performing, job.signal);
            if (job.signal.aborted) return;
            const event = result
              ? ({ event: 'case.finished', ...result } as const)
              : ({
                  event: 'case.crashed',
                  id: planned.id,
                  message: OVERDUE,
                  durationMs: CASE_LIMIT_MS,
                } as const);
            records.append(event);
            spectator.show(event);
          },
        );
      }
      spectator.end();
      return { exitCode: 0, signal: null };
    },
    [Symbol.asyncDispose]: async () => spectator.end(),
  };
}

function casesOf(job: RunJob, { cases }: Act, { name }: Suite): readonly PlannedCase[] {
  return executable(
    job,
    cases.filter(({ suite }) => suite === name),
  );
}
