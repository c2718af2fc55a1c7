import type { TestInfo } from '@playwright/test';
import type { CaseResult } from '../report/event.ts';
import { currentExecution } from './execution.ts';
import { CASE_ATTACHMENT } from './reporter.ts';
import { test } from './test.ts';

/**
 * One test for each case of a suite that this run has planned, in plan order. A broken clause throws nothing: the
 * verdict is the result that is handed to the reporter, and Playwright would start a new worker after each throw.
 */
export function judges(suite: string): void {
  const { cases, browserSuites } = currentExecution();
  for (const planned of cases.filter((each) => each.suite === suite)) {
    if (browserSuites.includes(suite)) {
      test(planned.id, ({ bench, page }, info) => handOver(info, bench.perform(planned, page)));
    } else {
      test(planned.id, ({ bench }, info) => handOver(info, bench.perform(planned)));
    }
  }
}

/** Keeps the cases of a file in one process, for suites whose cases share something costly. */
export function inOneProcess(): void {
  test.describe.configure({ mode: 'default' });
}

async function handOver(info: TestInfo, judging: Promise<CaseResult>): Promise<void> {
  const body = Buffer.from(JSON.stringify(await judging));
  info.attachments.push({ name: CASE_ATTACHMENT, contentType: 'application/json', body });
}
