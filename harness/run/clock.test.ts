import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { run } from '../run.ts';
import type { Suite } from '../suites/suite.ts';
import { testSuite } from '../suites/testing.ts';

test('cases of a suite that drives the clock put it forward, one case at a time', async () => {
  const seen: string[] = [];
  const drives: Partial<Suite> = {
    needs: ['platform'],
    ...{ isolation: 'own', clock: 'driven' },
    perform: async (_bench, at) => {
      seen.push(`${at.planned.id} begins`);
      const nowMs = await at.handle().advance(3_600_000);
      seen.push(`${at.planned.id} is ${Math.round((nowMs - Date.now()) / 3_600_000)} h ahead`);
    },
  };
  const stands: Partial<Suite> = {
    needs: ['platform'],
    perform: async (_bench, at) => void (await at.handle().advance(1)),
  };
  const folder = await mkdtemp(join(tmpdir(), 'assay-clock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const suites = [testSuite('drives', ['a', 'b'], drives), testSuite('stands', ['a'], stands)];
  const report = await run({
    options: await resolveRunOptions([], { out: join(folder, 'out'), seed: '1' }, {}, folder),
    suites,
    subject: await loadSubject(undefined),
    argv: ['run'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
  });
  expect(seen).toEqual([
    'drives/a begins',
    'drives/a is 1 h ahead',
    'drives/b begins',
    'drives/b is 2 h ahead',
  ]);
  const verdicts = Object.fromEntries(report.cases.map(({ id, verdict }) => [id, verdict]));
  expect(verdicts).toEqual({ 'drives/a': 'passed', 'drives/b': 'passed', 'stands/a': 'errored' });
  expect(report.cases.find(({ id }) => id === 'stands/a')?.reason).toContain("is the machine's");
});
