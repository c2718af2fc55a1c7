import { defineConfig } from '@playwright/test';
import { currentExecution } from './harness/playwright/execution.ts';

const execution = currentExecution();

export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  workers: execution.workers,
  retries: 0,
  // A net below the deadlines of the requests, which add up to less than this.
  timeout: 180_000,
  outputDir: `${execution.runDirectory}/playwright`,
  preserveOutput: 'never',
  reporter: [
    [
      './harness/playwright/reporter.ts',
      {
        eventsFile: `${execution.runDirectory}/events.ndjson`,
        total: execution.cases.length,
        color: execution.color,
        quiet: execution.quiet,
        leash: true,
      },
    ],
  ],
});
