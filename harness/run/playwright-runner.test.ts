import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { testSuite } from '../suites/testing.ts';
import { actsOf } from './acts.ts';
import { discover } from './discover.ts';
import type { RunJob } from './job.ts';
import { playwrightRunner } from './playwright-runner.ts';
import { openRecords } from './records.ts';

test.each([
  ['is taken away where nothing lies in it', [], false],
  ['stays with what lies in it', ['trace.zip'], true],
])('the folder that Playwright makes for its files %s', async (_what, files, stays) => {
  const job = await jobIn(temporaryFolder());
  const plan = await discover(job);
  await using records = await openRecords(job, plan);
  const [act] = [...actsOf(plan)];
  if (!act) throw new Error('nothing to do');
  const folder = join(records.directory, 'playwright');
  const runner = await playwrightRunner(job, act, records);
  mkdirSync(folder);
  for (const name of files) writeFileSync(join(folder, name), 'kept');
  await runner[Symbol.asyncDispose]();
  expect(existsSync(folder)).toBe(stays);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-playwright-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function jobIn(folder: string): Promise<RunJob> {
  return {
    options: await resolveRunOptions([], { out: join(folder, 'out'), seed: '1' }, {}, folder),
    suites: [testSuite('shown', ['a'], { runner: 'playwright' })],
    subject: await loadSubject(undefined),
    argv: ['run'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
  };
}
