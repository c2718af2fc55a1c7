import { test as base } from '@playwright/test';
import { type Bench, openBench } from './bench.ts';
import { currentExecution } from './execution.ts';

interface WorkerFixtures {
  readonly bench: Bench;
}

/** Playwright's `test` with the run's world and suites behind it. */
export const test = base.extend<object, WorkerFixtures>({
  bench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const bench = await openBench();
      await use(bench);
      await bench[Symbol.asyncDispose]();
    },
    { scope: 'worker', timeout: currentExecution().worldDeadlineMs + 5_000 },
  ],
});
