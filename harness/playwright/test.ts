import { test as base } from '@playwright/test';
import type { CaseResult } from '../report/event.ts';
import { type Bench, openBench } from './bench.ts';
import { corpusCase } from './corpus-case.ts';
import type { ExecutableCase } from './execution.ts';

interface CaseFixtures {
  /** Replays and judges one planned case of the corpus; the result goes to the reporter, red or green. */
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
    { scope: 'worker' },
  ],
  judge: async ({ bench }, use, testInfo) => {
    await use(async (planned) => {
      const result = await corpusCase(bench, planned);
      await testInfo.attach('assay-case', { body: JSON.stringify(result), contentType: 'application/json' });
      if (result.verdict !== 'passed') throw new Error(failureText(result));
    });
  },
});

function failureText({ verdict, reason, findings }: CaseResult): string {
  const broken = findings.map(
    ({ clause, expected, actual }) => `${clause}: expected ${expected.join(' or ')}, ${actual}`,
  );
  return [`${verdict}: ${reason ?? ''}`, ...broken].join('\n');
}
