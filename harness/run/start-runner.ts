import type { Act } from './acts.ts';
import { inLineRunner } from './in-line.ts';
import type { RunJob } from './job.ts';
import { playwrightRunner } from './playwright-runner.ts';
import type { Records } from './records.ts';
import type { Runner } from './runner.ts';

/** As many cases run in this process sooner than Playwright Test has loaded. */
const FEW_CASES = 12;

/** Chooses who executes an act: Playwright Test, or for a handful of cases without a browser this very process. */
export function startRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const isSmall = act.cases.length <= FEW_CASES && act.suites.every(({ runner }) => runner === 'any');
  return (isSmall ? inLineRunner : playwrightRunner)(job, act, records);
}
