import { expect, test } from 'vitest';
import { type KnownDrift, withKnownDrifts } from './baseline.ts';
import type { DriftReport } from './report.ts';

const place = { file: 'a.go', line: 3, column: 1, statement: '', message: 'not declared.', reason: 'r' };
const finding = { ...place, rule: 'enum/undeclared', severity: 'error' as const, value: 'ofline' };
const red: DriftReport = {
  ...{ kind: 'enum', name: 'tree', verdict: 'failed', reasons: [], unread: [] },
  findings: [finding],
};
const known: KnownDrift = {
  ...{ rule: finding.rule, file: finding.file, value: finding.value },
  ...{ owner: 'us', reason: 'next release', expires: '2030-01-01' },
};

test('a known drift is shown and does not gate', () => {
  const report = withKnownDrifts(red, [known], '2026-01-01');
  expect(report.verdict).toBe('passed');
  expect(report.findings).toMatchObject([
    { severity: 'note', message: expect.stringContaining('owned by us') },
  ]);
});

test.each([
  ['that matches nothing', { ...known, value: 'online' }, '2026-01-01', 'matches nothing any more'],
  ['past its day', known, '2030-01-02', 'has expired'],
])('an entry %s fails the check', (_, entry, today, words) => {
  const report = withKnownDrifts(red, [entry], today);
  expect(report.verdict).toBe('failed');
  expect(report.reasons.join(' ')).toContain(words);
});

test('a stale entry fails a tree that is otherwise clean', () => {
  const clean: DriftReport = { ...red, verdict: 'passed', findings: [] };
  expect(withKnownDrifts(clean, [known], '2026-01-01').verdict).toBe('failed');
});

test('an entry of a file that was not judged is not called stale', () => {
  const part = { since: 'HEAD', files: ['b.go'], ofFiles: 2 };
  const clean: DriftReport = { ...red, verdict: 'passed', findings: [], scope: part };
  expect(withKnownDrifts(clean, [known], '2026-01-01').verdict).toBe('passed');
  const judged = { ...clean, scope: { ...part, files: ['a.go'] } };
  expect(withKnownDrifts(judged, [known], '2026-01-01').verdict).toBe('failed');
});
