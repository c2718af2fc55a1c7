import type { Act } from './acts.ts';
import { inLineRunner } from './in-line.ts';
import type { RunJob } from './job.ts';
import { playwrightRunner } from './playwright-runner.ts';
import type { Records } from './records.ts';
import { type Runner, worstEnd } from './runner.ts';

/** As many cases run in this process sooner than Playwright Test has loaded. */
const FEW_CASES = 12;

/**
 * Starts what executes an act: Playwright Test for suites that ask for it, this very process for all others, and for a
 * handful of cases that need no browser.
 */
export async function startRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const { inLine, inPlaywright } = divide(act, job.inLine === true || act.cases.length <= FEW_CASES);
  if (inPlaywright.cases.length === 0) return inLineRunner(job, inLine, records);
  const playwright = await playwrightRunner(job, inPlaywright, records);
  if (inLine.cases.length === 0) return playwright;
  const quiet = { ...job, display: { ...job.display, quiet: true } };
  return together(playwright, await inLineRunner(quiet, inLine, records));
}

function divide(act: Act, isLight: boolean): { readonly inLine: Act; readonly inPlaywright: Act } {
  const staysHere = new Set(
    act.suites
      .filter(({ runner, needs }) => runner === 'in-line' || (isLight && !needs.includes('browser')))
      .map(({ name }) => name),
  );
  return {
    inLine: partOf(act, (name) => staysHere.has(name)),
    inPlaywright: partOf(act, (name) => !staysHere.has(name)),
  };
}

function partOf({ suites, cases }: Act, wanted: (suite: string) => boolean): Act {
  return {
    suites: suites.filter(({ name }) => wanted(name)),
    cases: cases.filter(({ suite }) => wanted(suite)),
  };
}

/** Playwright's workers begin as soon as they have a world; this process works while they do, and leaves the screen to them. */
function together(playwright: Runner, inLine: Runner): Runner {
  return {
    execute: async (world) => {
      const ends = await Promise.all([playwright.execute(world), inLine.execute(world)]);
      return worstEnd(ends);
    },
    [Symbol.asyncDispose]: async () => {
      await inLine[Symbol.asyncDispose]();
      await playwright[Symbol.asyncDispose]();
    },
  };
}
