import { expect, test } from 'vitest';
import { buildReport } from '../report/build.ts';
import type { Report } from '../report/report.ts';
import { broken, judged, sampleRun } from '../report/testing.ts';
import { contradictions } from './contradictions.ts';
import { reportDigest } from './report-digest.ts';
import { statementOf, subjectsOf } from './statement.ts';

const sha256 = 'd'.repeat(64);
const report: Report = {
  ...buildReport(sampleRun([judged('v03-a'), broken('v02-b'), judged('v03-p', { policy: 'as-recorded' })])),
  digests: {
    platform: `registry.test/p@sha256:${sha256}`,
    'cp-simulator': `process:sha256:${'5'.repeat(64)}`,
  },
  underTest: ['platform'],
};

test('a statement is about what was judged, and says how much was planned, judged and unknown', () => {
  const { subject, predicate, ...types } = statementOf(report);
  expect(types).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
  });
  expect(subject).toEqual([{ name: 'platform', digest: { sha256 } }]);
  expect(predicate).toMatchObject({
    result: 'FAILED',
    passedTests: ['corpus/v03-a'],
    warnedTests: ['corpus/v03-p'],
    failedTests: ['corpus/v02-b'],
    assay: {
      planned: 3,
      judged: 2,
      unknown: 0,
      report: reportDigest(report),
      sensitivity: { standing: 'never' },
    },
  });
});

test.each([
  ['an image', 'registry.test/p@sha256:', true],
  ['a process', 'process:sha256:', true],
  ['a digest alone', 'sha256:', true],
  ['a tag', 'registry.test/p:latest-', false],
])('%s is named by its digest', (_what, prefix, isNamed) => {
  const found = subjectsOf({ underTest: ['p'], digests: { p: `${prefix}${sha256}` } });
  expect(found).toEqual(isNamed ? [{ name: 'p', digest: { sha256 } }] : []);
});

test('nothing is stated of what has no digest', () => {
  expect(() => statementOf({ ...report, underTest: [] })).toThrow('has a digest');
});

test('a statement contradicts every report but its own', () => {
  const statement = statementOf(report);
  expect(contradictions(statement, report)).toEqual([]);
  expect(contradictions(undefined, report)).toEqual(['it is no statement about a run of Assay']);
  expect(contradictions(statement, { ...report, runId: 'run-2' }).join()).toContain('runId');
  expect(contradictions(statement, { ...report, durationMs: 1 }).join()).toContain('it says report');
  expect(contradictions(statement, { ...report, cases: report.cases.slice(1) }).join()).toContain(
    'other results',
  );
  expect(contradictions(statement, { ...report, digests: { platform: `sha256:${'1'.repeat(64)}` } })).toEqual(
    ['it is about platform dddddddddddd, and the run judged other digests'],
  );
});

test('the digest of a report depends on what it says, not on how it is written', () => {
  const reversed = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report;
  expect(reportDigest(reversed)).toBe(reportDigest(report));
  expect(reportDigest({ ...report, seed: 8 })).not.toBe(reportDigest(report));
});
