import type { TestInfo } from '@playwright/test';
import type { CaseResult } from '../report/event.ts';
import { currentExecution } from './execution.ts';
import { CASE_ATTACHMENT } from './reporter.ts';
import { test } from './test.ts';

/**
 * One test for each case that this run has planned for Playwright, in plan order; those of suites that need a browser
 * get a page. A broken clause throws nothing: the verdict is the result that is handed to the reporter, and Playwright
 * would start a new worker after each throw.
 */
export function judgePlannedCases(): void {
  const { cases, browserSuites } = currentExecution();
  for (const planned of cases) {
    if (browserSuites.includes(planned.suite)) {
      test(planned.id, ({ bench, page }, info) => handOver(info, bench.perform(planned, page)));
    } else {
      test(planned.id, ({ bench }, info) => handOver(info, bench.perform(planned)));
    }
  }
}

async function handOver(info: TestInfo, judging: Promise<CaseResult>): Promise<void> {
  const body = Buffer.from(JSON.stringify(await judging));
  info.attachments.push({ name: CASE_ATTACHMENT, contentType: 'application/json', body });
}
