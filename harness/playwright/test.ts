import { test as base, type TestInfo } from '@playwright/test';
import type { CaseResult } from '../report/event.ts';
import { corpusCase } from '../suites/corpus/perform.ts';
import { type Bench, openBench, WORLD_DEADLINE_MS } from './bench.ts';
import { architectureCase, enumCase } from './drift-case.ts';
import { currentExecution, type ExecutableCase } from './execution.ts';
import { CASE_ATTACHMENT } from './reporter.ts';

/**
 * Each fixture judges one planned case and hands the result to the reporter. A broken clause throws nothing here: the
 * verdict is the attached result, and Playwright would start a new worker after each throw.
 */
interface CaseFixtures {
  /** Replays a case of the corpus. */
  readonly judge: (planned: ExecutableCase) => Promise<void>;
  readonly judgeEnums: (planned: ExecutableCase) => Promise<void>;
  readonly judgeArchitecture: (planned: ExecutableCase) => Promise<void>;
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
  judge: ({ bench }, use, testInfo) => use((planned) => handOver(testInfo, corpusCase(bench, planned))),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  judgeEnums: ({}, use, testInfo) =>
    use((planned) => handOver(testInfo, enumCase(currentExecution(), planned))),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  judgeArchitecture: ({}, use, testInfo) =>
    use((planned) => handOver(testInfo, architectureCase(currentExecution(), planned))),
});

async function handOver(testInfo: TestInfo, judging: Promise<CaseResult>): Promise<void> {
  const body = Buffer.from(JSON.stringify(await judging));
  testInfo.attachments.push({ name: CASE_ATTACHMENT, contentType: 'application/json', body });
}
