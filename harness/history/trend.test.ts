import { expect, test } from 'vitest';
import { bakeOf } from './bake.ts';
import type { HistoryEntry, KeptHeading } from './entry.ts';
import { flakyCases } from './flaky.ts';
import { caseTrend, suiteTrends } from './trend.ts';
import { bakeLines, listLines, trendLines } from './words.ts';

/** Runs on days of March 2026, of which the 7th and 8th are a weekend. */
function run(day: number, heading: KeptHeading, over: Partial<HistoryEntry> = {}): HistoryEntry {
  const endedAt = `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  return {
    formatVersion: 1,
    ...{ runId: `run-${day}`, startedAt: endedAt, endedAt, subject: 'reference', revision: 'R3' },
    ...{ underTest: ['sha256:1'], verdict: heading === 'passed' ? 'passed' : 'failed', whole: true },
    cases: { 'corpus/a': heading, 'cursor/b': 'passed' },
    ...over,
  };
}

test('green whole runs count since the last red, each once, on business days', () => {
  const runs = [
    run(2, 'passed'),
    run(3, 'failed'),
    run(4, 'passed'),
    run(4, 'passed'),
    run(7, 'passed'),
    run(9, 'passed'),
  ];
  expect(bakeOf(runs, run(9, 'passed'))).toEqual({ runs: 3, businessDays: 2 });
  expect(bakeOf([...runs, run(10, 'passed', { whole: false })], run(9, 'passed'))).toEqual({
    runs: 3,
    businessDays: 2,
  });
  expect(bakeOf([...runs, run(10, 'passed', { verdict: 'inconclusive' })], run(9, 'passed')).runs).toBe(0);
  expect(bakeOf(runs, { subject: 'reference', underTest: ['sha256:2'] })).toEqual({
    runs: 0,
    businessDays: 0,
  });
});

test('a case is flaky that came out both ways on the same digests, and by no other', () => {
  expect(flakyCases([run(2, 'passed'), run(3, 'failed')])).toEqual(['corpus/a']);
  expect(flakyCases([run(2, 'passed'), run(3, 'inconclusive'), run(4, 'passed')])).toEqual([]);
  expect(flakyCases([run(2, 'failed'), run(3, 'baselined')])).toEqual([]);
});

test('the first bad run began the latest row of failures', () => {
  const runs = [
    run(2, 'failed'),
    run(3, 'passed'),
    run(4, 'failed'),
    run(5, 'inconclusive'),
    run(6, 'failed'),
  ];
  expect(caseTrend(runs, 'corpus/a')).toMatchObject({ firstBad: 'run-4', flakyRate: 2 / 3 });
  expect(caseTrend([...runs, run(9, 'passed')], 'corpus/a').firstBad).toBeUndefined();
  expect(caseTrend(runs, 'cursor/b')).toMatchObject({ flakyRate: 0 });
});

test('the trend of a suite counts what passed run by run', () => {
  expect(suiteTrends([run(2, 'passed'), run(3, 'failed')])).toEqual([
    { suite: 'corpus', passed: [1, 0], flaky: 1, lastRed: 'run-3' },
    { suite: 'cursor', passed: [1, 1], flaky: 0 },
  ]);
});

test('other digests are another thing, whose reds do not count', () => {
  const other = run(3, 'failed', { underTest: ['sha256:2'] });
  expect(flakyCases([run(2, 'passed')])).toEqual([]);
  expect(suiteTrends([run(2, 'passed'), other])[0]?.flaky).toBe(0);
  expect(bakeLines({ runs: [run(2, 'passed'), other], promotions: [] })).toEqual([
    'reference sha256:2: 0 green runs on 0 business days since the last red',
    'reference sha256:1: 1 green runs on 1 business days since the last red',
  ]);
});

test('lines name runs, promotions, narrowed runs and the nearest case', () => {
  const promotion = {
    formatVersion: 1,
    runId: 'run-2',
    digests: [],
    policy: 'p',
    at: '2026-03-02T11:00:00Z',
  } as const;
  const history = { runs: [run(2, 'passed'), run(3, 'failed', { whole: false })], promotions: [promotion] };
  expect(listLines(history)).toEqual([
    '2026-03-02T10:00:00.000Z  run-2  passed, promoted  reference sha256:1',
    '2026-03-03T10:00:00.000Z  run-3  failed (narrowed)  reference sha256:1',
  ]);
  expect(trendLines(history, 'corpus/a').at(-2)).toBe('first bad run: run-3');
  expect(() => trendLines(history, 'corpus/b')).toThrow('has a case corpus/b');
  for (const lines of [listLines, trendLines, bakeLines])
    expect(() => lines({ runs: [], promotions: [] })).toThrow('nothing to look back at');
});
