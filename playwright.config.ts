import { defineConfig } from '@playwright/test';
import { findBrowser } from './harness/playwright/browser.ts';
import { currentExecution } from './harness/playwright/execution.ts';
import { CASE_LIMIT_MS } from './harness/support/case.ts';

const execution = currentExecution();
// What Playwright itself makes in the run directory is for this user alone.
process.umask(0o077);
const executablePath = execution.browserSuites.length > 0 ? findBrowser() : undefined;

export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  workers: execution.workers,
  retries: 0,
  // A net below the deadlines of the requests, which add up to less than this.
  timeout: CASE_LIMIT_MS,
  outputDir: `${execution.runDirectory}/playwright`,
  preserveOutput: 'never',
  use: {
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // Nothing but loopback: no look-ups of its maker's hosts at every start.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  reporter: [
    [
      './harness/playwright/reporter.ts',
      {
        eventsFile: `${execution.runDirectory}/events.ndjson`,
        total: execution.cases.length,
        suites: [...new Set(execution.cases.map(({ suite }) => suite))],
        patience: execution.patience,
        color: execution.color,
        quiet: execution.quiet,
        leash: true,
        secrets: { redactionKey: execution.redactionKey, worldFile: execution.worldFile },
      },
    ],
  ],
});
