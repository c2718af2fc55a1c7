import { describe, expect, test } from 'vitest';
import { compareRuns } from './compare.ts';
import type { HistoryEntry, KeptHeading } from './entry.ts';

const run = (cases: Readonly<Record<string, KeptHeading>>, digest = '1'): HistoryEntry => ({
  formatVersion: 1,
  ...{ runId: 'run', startedAt: '2026-03-04T05:00:00Z', endedAt: '2026-03-04T05:00:00Z', subject: 's' },
  ...{ revision: 'R3', underTest: [`sha256:${digest}`], verdict: 'passed', whole: true, cases },
});

const MOVES: readonly [KeptHeading | undefined, KeptHeading | undefined, string, string][] = [
  ['passed', 'failed', 'broken', 'flaky'],
  [undefined, 'failed', 'broken', 'broken'],
  ['failed', 'passed', 'fixed', 'flaky'],
  ['failed', 'failed', 'stillFailing', 'stillFailing'],
  ['baselined', 'failed', 'stillFailing', 'stillFailing'],
  ['passed', 'inconclusive', 'unknown', 'unknown'],
  ['failed', 'errored', 'unknown', 'unknown'],
  ['inconclusive', 'failed', 'broken', 'broken'],
  ['passed', undefined, 'removed', 'removed'],
  ['failed', undefined, 'removed', 'removed'],
  [undefined, 'passed', 'added', 'added'],
];

describe.each(MOVES)('a case that was %s and is %s', (was, is, moved, again) => {
  const cases = (heading: KeptHeading | undefined) => (heading === undefined ? {} : { 'corpus/a': heading });

  test(`is ${moved} on other digests, and ${again} on the same`, () => {
    const told = (digest: string) =>
      Object.entries(compareRuns(run(cases(was)), run(cases(is), digest))).filter(
        ([, ids]) => Array.isArray(ids) && ids.length > 0,
      );
    expect(told('2')).toEqual([[moved, ['corpus/a']]]);
    expect(told('1')).toEqual([[again, ['corpus/a']]]);
  });
});

test('what is as it was is only counted', () => {
  const cases = { a: 'passed', b: 'policy', c: 'inconclusive' } as const;
  expect(compareRuns(run(cases), run(cases))).toMatchObject({ unchanged: 3, broken: [], unknown: [] });
});
