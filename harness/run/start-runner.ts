import type { GivenUp } from '../report/event.ts';
import type { Suite } from '../suites/suite.ts';
import { Scope } from '../support/scope.ts';
import type { Act } from './acts.ts';
import { type RunJob, silent } from './job.ts';
import type { Records } from './records.ts';
import { type Runner, worstEnd } from './runner.ts';

/**
 * Starts what executes an act: Playwright Test for the suites that ask for it, this very process for all others; nothing
 * when enough did not pass in the acts before it.
 */
export async function startRunner(job: RunJob, act: Act, records: Records): Promise<Runner> {
  const end = records.bail.givenUp();
  if (end) return stoppedRunner(act, end, records);
  const inLine = partOf(act, 'in-line');
  const inPlaywright = partOf(act, 'playwright');
  const { inLineRunner } = await import('./in-line.ts');
  if (inPlaywright.cases.length === 0) return inLineRunner(job, inLine, records);
  const { playwrightRunner } = await import('./playwright-runner.ts');
  const playwright = await playwrightRunner(job, inPlaywright, records);
  if (inLine.cases.length === 0) return playwright;
  const quiet = { ...job, display: silent(job.display) };
  try {
    return together(playwright, await inLineRunner(quiet, inLine, records));
  } catch (error) {
    await playwright[Symbol.asyncDispose]();
    throw error;
  }
}

/** Begins no case, and says why. */
function stoppedRunner({ suites }: Act, end: GivenUp, records: Records): Runner {
  return {
    execute: async () => {
      records.append({ event: 'run.stopped', ...end, suites: suites.map(({ name }) => name) });
      return { exitCode: 0, signal: null };
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function partOf({ suites, cases }: Act, runner: Suite['runner']): Act {
  const chosen = suites.filter((suite) => suite.runner === runner);
  const names = new Set(chosen.map(({ name }) => name));
  return { suites: chosen, cases: cases.filter(({ suite }) => names.has(suite)) };
}

/** Playwright's workers begin as soon as they have a world; this process works while they do, and leaves the screen to them. */
function together(playwright: Runner, inLine: Runner): Runner {
  const both = new Scope();
  both.use(playwright);
  both.use(inLine);
  return {
    execute: async (stage) => worstEnd(await Promise.all([playwright.execute(stage), inLine.execute(stage)])),
    [Symbol.asyncDispose]: () => both[Symbol.asyncDispose](),
  };
}
