import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RunFlags, resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import type { BaselineEntry } from '../report/baseline.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import type { Judged, Suite } from '../suites/suite.ts';
import { PASSED, testSuite } from '../suites/testing.ts';

const NAMES = Array.from({ length: 12 }, (_, nth) => `entry-${nth}`);
const HANGING: Judged = {
  ...{ verdict: 'failed', outcome: 'hang', observations: 1, bytesSent: 9 },
  findings: [{ clause: 'A.1', expected: ['200'], actual: 'no complete reply' }],
};

test('a subject whose hangs are all known is asked everything, and is at exit 0', async () => {
  const report = await runOf(suiteOf(HANGING), known(NAMES));
  expect(report).toMatchObject({ exitCode: 0, totals: { planned: 12, executed: 12, baselined: 12 } });
});

test('the same hangs, not known, end the run', async () => {
  const report = await runOf(suiteOf(HANGING));
  expect(report.totals.executed).toBeLessThan(12);
  expect(report.reasons.join('\n')).toContain('5 cases in a row came to nothing in the same way');
});

test('recorded behaviours that became hangs are all recorded', async () => {
  const changed: Judged = { ...PASSED, policy: 'changed', outcome: 'hang', reason: 'It was delivered.' };
  const report = await runOf(suiteOf(changed));
  expect(report.totals).toMatchObject({ executed: 12, policyChanged: 12 });
});

test('cases that lack a part of the world do not stop those that have it', async () => {
  const lacking: Judged = {
    ...{ verdict: 'inconclusive', findings: [], observations: 0, bytesSent: 0 },
    reason: 'fewer than two routes: this world has no runtime 1.x',
  };
  const suite = testSuite('rules', NAMES, {
    judge: (_seen, { planned }) => (planned.id.endsWith('-11') ? PASSED : lacking),
  });
  expect((await runOf(suite)).totals).toMatchObject({ passed: 1, inconclusive: 11 });
});

test.each<[string, Partial<BaselineEntry>, number]>([
  ['that the baseline lists is none that --bail counts', {}, 0],
  ['that is listed for another clause is counted by --bail', { clause: 'A.2' }, 1],
  ['that was listed until a day gone by is counted by --bail', { expires: '2020-01-01' }, 1],
])('a failure %s', async (_what, over, stops) => {
  const lost: Judged = { ...HANGING, outcome: 'dropped' };
  const report = await runOf(suiteOf(lost), known(NAMES, over), { bail: true });
  expect(report.reasons.filter((reason) => reason.includes('--bail 1'))).toHaveLength(stops);
});

test('--bail ends all suites, in worlds of their own too, is told in one line, and is no fault of the run', async () => {
  const lost: Judged = { ...HANGING, outcome: 'dropped' };
  const [one, two, three] = ['one', 'two', 'three'].map((name) =>
    testSuite(name, NAMES, { judge: () => lost }),
  );
  const suites = [one, two, { ...three, isolation: 'own' }] as readonly Suite[];
  const report = await runOf(suites, undefined, { bail: '2' });
  expect(report).toMatchObject({ exitCode: 1, faults: [], totals: { failed: 2, inconclusive: 34 } });
  expect(report.reasons.filter((reason) => reason.includes('Stopped'))).toEqual([
    'Stopped, and 34 cases were not run: --bail 2: 2 cases did not pass',
  ]);
});

function suiteOf(judged: Judged): Suite {
  return testSuite('rules', NAMES, { judge: () => judged });
}

function known(names: readonly string[], over: Partial<BaselineEntry> = {}): BaselineEntry {
  const cases = names.map((name) => `rules/${name}`);
  const why = { owner: 'wire team', reason: 'it is being mended', expires: '2999-12-31' };
  return { case: cases, clause: 'A.1', ...why, ...over };
}

async function runOf(
  suites: Suite | readonly Suite[],
  entry?: BaselineEntry,
  flags: RunFlags = {},
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-patience-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const subject = await loadSubject(undefined);
  return run({
    options: await resolveRunOptions(
      [],
      { out: join(folder, 'out'), seed: '1', workers: '1', ...flags },
      {},
      folder,
    ),
    suites: [suites].flat(),
    subject,
    argv: ['run'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
    ...(entry && { baseline: { formatVersion: 1, subject: subject.name, entries: [entry] } }),
  });
}
