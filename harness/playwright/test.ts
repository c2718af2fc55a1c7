import { test as base } from '@playwright/test';
import { type Bench, openBench, WORLD_DEADLINE_MS } from './bench.ts';
import { corpusCase } from './corpus-case.ts';
import type { ExecutableCase } from './execution.ts';
import { CASE_ATTACHMENT } from './reporter.ts';

interface CaseFixtures {
  /**
   * Replays and judges one planned case of the corpus. The verdict is the attached result: a broken clause throws
   * nothing here, for Playwright would start a new worker after each of them.
   */
  readonly judge: (planned: ExecutableCase) => Promise<void>;
}

interface WorkerFixtures {
  readonly bench: Bench;
}

/** Playwright's `test` with the run's world behind it. */
export const test = base.extend<CaseFixtures, WorkerFixtures>({
  bench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const bench = await openBench();
      await use(bench);
      await bench[Symbol.asyncDispose]();
    },
    { scope: 'worker', timeout: WORLD_DEADLINE_MS + 5_000 },
  ],
  judge: async ({ bench }, use, testInfo) => {
    await use(async (planned) => {
      const result = await corpusCase(bench, planned);
      const body = Buffer.from(JSON.stringify(result));
      testInfo.attachments.push({ name: CASE_ATTACHMENT, contentType: 'application/json', body });
    });
  },
});
