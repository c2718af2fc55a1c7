import { defineConfig } from '@playwright/test';
import { currentExecution } from './harness/playwright/execution.ts';

const execution = currentExecution();

export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  workers: execution.workers,
  retries: 0,
  timeout: 30_000,
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
