import { randomBytes } from 'node:crypto';
import type { WorldDescription } from '../environment/index.ts';
import type { Setting } from '../suites/suite.ts';
import type { Act } from './acts.ts';
import { inLineRunner } from './in-line.ts';
import type { RunJob } from './job.ts';
import { playwrightRunner } from './playwright-runner.ts';
import type { Records } from './records.ts';

/** What executes the cases of an act, started and waiting for a world. Disposing it ends it, wherever it is. */
export interface Runner extends AsyncDisposable {
  /** Hands the world over, where the cases need one, and answers when every planned case has run or the runner has died. */
  execute(world: WorldDescription | undefined): Promise<RunnerEnd>;
}

/** How a runner ended; `exitCode` is null after a signal. */
export interface RunnerEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** As many cases run in this process sooner than Playwright Test has loaded. */
const FEW_CASES = 12;

/** Chooses who executes an act: Playwright Test, or for a handful of cases without a browser this very process. */
export function startRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const isSmall = act.cases.length <= FEW_CASES && act.suites.every(({ runner }) => runner === 'any');
  return (isSmall ? inLineRunner : playwrightRunner)(job, act, records);
}

/** What the run tells all its cases. */
export function settingOf({ options, subject }: RunJob, { directory }: Records): Setting {
  return {
    runDirectory: directory,
    revision: options.revision ?? subject.revision,
    seed: options.seed,
    redactionKey: randomBytes(32).toString('hex'),
  };
}
