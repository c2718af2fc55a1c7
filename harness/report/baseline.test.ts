import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyBaseline, expectedIn } from './apply-baseline.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import { renderCtrf } from './ctrf.ts';
import { renderJunit } from './junit.ts';
import { casesOf, loadBaseline } from './load-baseline.ts';
import { reportCheck } from './schemas.ts';
import { broken, judged, sampleRun } from './testing.ts';

const TODAY = new Date('2026-03-04T12:00:00Z');
const entry = (over: Partial<BaselineEntry> = {}): BaselineEntry => ({
  case: 'corpus/v02-b',
  clause: 'A.4',
  owner: 'wire team',
  reason: 'conversion is rewritten next week',
  expires: '2026-04-01',
  ...over,
});
const listing = (...entries: readonly BaselineEntry[]): Baseline => {
  return { formatVersion: 1, subject: 'reference', entries };
};
const states = (report: ReturnType<typeof applyBaseline>) =>
  report.baseline?.outcomes.map(({ state }) => state);
const red = () => buildReport(sampleRun([judged('v03-a'), broken('v02-b')]));

describe('an expected failure', () => {
  test('does not gate, is still failed and is shown as expected', () => {
    const report = applyBaseline(red(), listing(entry()), TODAY);
    expect(report).toMatchObject({ verdict: 'passed', exitCode: 0, totals: { failed: 0, baselined: 1 } });
    expect(report.cases[1]).toMatchObject({ verdict: 'failed', baseline: { owner: 'wire team' } });
    expect(renderSummary(report, { color: false, columns: 80 })).toContain(
      '0 failed, 1 failed as the baseline expects',
    );
    expect(renderJunit(report)).not.toContain('<failure');
    expect(renderCtrf(report)).toMatchObject({ results: { summary: { failed: 0, skipped: 1, other: 0 } } });
    expect(reportCheck()(report)).not.toHaveProperty('violations');
  });

  test('covers only the clause that it names', () => {
    const findings = ['A.4', 'A.9'].map((clause) => ({ clause, expected: ['x'], actual: 'y' }));
    const twofold = buildReport(sampleRun([judged('v03-a'), broken('v02-b', { findings })]));
    expect(applyBaseline(twofold, listing(entry()), TODAY).exitCode).toBe(1);
    const both = listing(entry(), entry({ clause: 'A.9' }));
    expect(applyBaseline(twofold, both, TODAY).exitCode).toBe(0);
  });

  test('holds on its last day and gates the day after', () => {
    const lastDay = listing(entry({ expires: '2026-03-04' }));
    expect(applyBaseline(red(), lastDay, TODAY).exitCode).toBe(0);
    const after = applyBaseline(red(), lastDay, new Date('2026-03-05T00:00:00Z'));
    expect(states(after)).toEqual(['expired']);
    expect(after.exitCode).toBe(1);
  });

  test('leaves other failures gating', () => {
    const report = buildReport(sampleRun([broken('v02-b'), broken('v02-c')]));
    expect(applyBaseline(report, listing(entry()), TODAY).exitCode).toBe(1);
  });
});

describe('one result alone is expected', () => {
  const [failed] = red().cases.slice(1);
  const isExpected = (listed: BaselineEntry, over: object = {}) =>
    failed && expectedIn(listing(listed), TODAY)({ ...failed, ...over });

  test.each([
    ['where its clause is listed', entry(), {}, true],
    ['on the last day', entry({ expires: '2026-03-04' }), {}, true],
    ['not after it', entry({ expires: '2026-03-03' }), {}, false],
    ['not for another clause', entry({ clause: 'A.7' }), {}, false],
    ['not for another case', entry({ case: 'corpus/v02-c' }), {}, false],
    ['not when it could not be judged', entry(), { verdict: 'errored' }, false],
  ])('%s, as in the whole report', (_when, listed, over, is) => {
    expect(isExpected(listed, over)).toBe(is);
  });
});

describe('an entry gates with exit 1', () => {
  test('when its case passes: stale', () => {
    const green = buildReport(sampleRun([judged('v03-a'), judged('v02-b')]));
    const report = applyBaseline(green, listing(entry()), TODAY);
    expect(states(report)).toEqual(['stale']);
    expect(report.exitCode).toBe(1);
    expect(report.reasons[0]).toMatch(/corpus\/v02-b, clause A\.4 .* is stale/);
    expect(renderJunit(report)).toContain('<failure');
  });

  test.each([
    ['names a case that is gone', entry({ case: 'corpus/v02-gone' })],
    ['names a clause that the case did not break', entry({ clause: 'A.7' })],
  ])('when it %s: unmatched', (_why, odd) => {
    const report = applyBaseline(red(), listing(odd), TODAY);
    expect(states(report)).toEqual(['unmatched']);
    expect(report.exitCode).toBe(1);
  });

  test('when its case is recorded policy or not applicable: unmatched', () => {
    const recorded = judged('v03-p', { policy: 'as-recorded' });
    const absent = judged('v03-n', { verdict: 'not-applicable', reason: 'no files' });
    const report = buildReport(sampleRun([judged('v03-a'), recorded, absent]));
    const entries = listing(entry({ case: ['corpus/v03-p', 'corpus/v03-n'] }));
    expect(states(applyBaseline(report, entries, TODAY))).toEqual(['unmatched', 'unmatched']);
  });
});

describe('a partial run', () => {
  const partial = (unselected: readonly string[]) =>
    buildReport(
      sampleRun([judged('v03-a')]).map((event) =>
        event.event === 'run.planned' ? { ...event, unselected } : event,
      ),
    );

  test.each([['corpus/v02-b'], ['corpus/*']])('tolerates an entry that was left out as %s', (left) => {
    const report = applyBaseline(partial([left]), listing(entry()), TODAY);
    expect(states(report)).toEqual(['unselected']);
    expect(report.exitCode).toBe(0);
  });

  test('does not tolerate an entry that no case answers to', () => {
    expect(applyBaseline(partial(['corpus/v02-c', 'lease/*']), listing(entry()), TODAY).exitCode).toBe(1);
  });
});

test('a case that could not be judged neither proves nor disproves its entry', () => {
  const lost = judged('v02-b', { verdict: 'inconclusive', reason: 'no inbox' });
  const report = applyBaseline(buildReport(sampleRun([judged('v03-a'), lost])), listing(entry()), TODAY);
  expect(states(report)).toEqual(['unjudged']);
  expect(report.exitCode).toBe(2);
});

test('the baseline of another subject is refused', () => {
  expect(() => applyBaseline(red(), { ...listing(entry()), subject: 'staging' }, TODAY)).toThrow(/"staging"/);
});

test('choices in braces name each case', () => {
  expect(casesOf(entry({ case: 'corpus/hg-{a,b}@{strict,0.3}' }))).toEqual([
    'corpus/hg-a@strict',
    'corpus/hg-a@0.3',
    'corpus/hg-b@strict',
    'corpus/hg-b@0.3',
  ]);
});

describe('a baseline file', () => {
  let file: string;
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'assay-baseline-'));
    file = join(directory, 'baseline.yaml');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const load = async (text: string) => {
    await writeFile(file, text);
    return loadBaseline(file);
  };
  const HEAD = 'formatVersion: 1\nsubject: reference\nentries:\n';
  const ENTRY =
    '  - case: corpus/v02-b\n    clause: A.4\n    owner: wire team\n    reason: soon\n    expires: 2026-04-01\n';

  test('is read as it stands, dates included', async () => {
    const { entries } = await load(HEAD + ENTRY);
    expect(entries).toEqual([entry({ reason: 'soon' })]);
  });

  test.each([
    ['an unknown key', `${HEAD}${ENTRY}    severity: low\n`, 'unknown key "severity"'],
    ['a missing owner', HEAD + ENTRY.replace(/ {4}owner.*\n/, ''), "required property 'owner'"],
    ['a date that does not exist', HEAD + ENTRY.replace('04-01', '02-30'), '/entries/0/expires'],
    ['another version', HEAD.replace('1', '2') + ENTRY, '/formatVersion'],
    ['a wildcard', HEAD + ENTRY.replace('v02-b', 'v02-*'), 'a wildcard would also cover'],
    ['a case listed twice', HEAD + ENTRY + ENTRY, 'is listed twice'],
    ['malformed YAML', `${HEAD}  - case: [\n`, 'line '],
    ['a key given twice', `${HEAD}${ENTRY}    owner: me\n`, 'line '],
    ['nothing at all', '', '/'],
  ])('with %s is refused by file and place', async (_what, text, place) => {
    const refusal = await load(text).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ exitCode: 3, message: expect.stringContaining(file) });
    expect((refusal as { details: readonly string[] }).details.join('\n')).toContain(place);
  });

  test('that is missing is a usage error', async () => {
    await expect(loadBaseline(join(directory, 'none.yaml'))).rejects.toMatchObject({ exitCode: 3 });
  });
});
