import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { applyBaseline } from './apply-baseline.ts';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import { renderCtrf } from './ctrf.ts';
import type { RunEvent } from './event.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report, Totals } from './report.ts';
import { renderSarif } from './sarif.ts';
import { broken, ended, judged, sampleRun } from './testing.ts';

const mixed = [
  judged('v03-a'),
  judged('v03-b'),
  judged('v03-p', { policy: 'as-recorded' }),
  judged('v03-q', { policy: 'changed', verdict: 'failed', reason: 'now 400' }),
  judged('v03-n', { verdict: 'not-applicable', reason: 'no files' }),
] as const;
const unjudged = judged('v03-i', { verdict: 'inconclusive', reason: 'the runtime is gone' });
const crash = { event: 'case.crashed', id: 'corpus/v03-x', message: 'it threw', durationMs: 5 } as const;
const interrupt = { event: 'run.interrupted', signal: 'SIGINT' } as const;
const plan = ['v03-a', 'v03-b', 'v03-p', 'v03-q', 'v03-n', 'v03-late', 'v03-later'];

const RUNS: Readonly<Record<string, Report>> = {
  green: buildReport(excluding(sampleRun(mixed))),
  red: buildReport(sampleRun([...mixed, broken('v02-b'), broken('v02-c'), unjudged], { more: [crash] })),
  narrowed: buildReport(leavingOut(sampleRun([judged('v03-a')]))),
  interrupted: buildReport(sampleRun(mixed, { planned: plan, more: [interrupt] })),
  crashed: buildReport(sampleRun(mixed, { planned: plan, end: ended(null, 'SIGKILL') })),
  'cut off': buildReport(sampleRun(mixed, { planned: plan, end: null })),
  empty: buildReport(sampleRun([])),
  'expected by its baseline': expecting(['v02-b', 'v03-a']),
};

describe.each(Object.entries(RUNS))(
  'of a run that is %s, every format has the same counts:',
  (_name, report) => {
    test('the headings add up to all cases, each counted once', () => {
      const { planned: _planned, executed: _executed, ...headings } = report.totals;
      const sum = Object.values(headings).reduce((all, each) => all + each, 0);
      expect(sum).toBe(report.cases.length + report.notApplicable.length);
      for (const suite of report.suites)
        expect(suite.totals.passed).toBe(report.cases.filter(({ verdict }) => verdict === 'passed').length);
    });

    test('the console', () => {
      expect(countsIn(renderSummary(report, { color: false, columns: 100 }))).toEqual(countsOf(report));
    });

    test('summary.md, in words and in its table', () => {
      const text = renderMarkdown(report);
      expect(countsIn(text)).toEqual(countsOf(report));
      const { executed, passed, failed, baselined, inconclusive, errored, ...rest } = report.totals;
      const policy = rest.policyAsRecorded + rest.policyChanged;
      const row = [executed, passed, failed, baselined, inconclusive, errored, policy, rest.notApplicable];
      if (report.suites.length === 1) expect(text).toContain(`| ${row.join(' | ')} |`);
    });

    test('JUnit, in its sums, its elements and its properties', () => {
      const suites = parsed(renderJunit(report));
      const cases = suites.testsuite.flatMap(({ testcase }: Element) => testcase ?? []);
      const holding = (name: string) => cases.filter((each: Element) => name in each).length;
      const sums = [suites['@tests'], suites['@failures'], suites['@errors'], suites['@skipped']].map(Number);
      expect(sums).toEqual([cases.length, holding('failure'), holding('error'), holding('skipped')]);
      const beside = report.faults.filter(({ verdict }) => verdict === 'failed').length;
      expect(sums).toEqual([
        report.cases.length + report.notApplicable.length + report.faults.length,
        report.totals.failed + beside,
        report.totals.inconclusive + report.totals.errored + report.faults.length - beside,
        skippedIn(report.totals),
      ]);
      const green = cases.filter(
        (each: Element) => !('failure' in each || 'error' in each || 'skipped' in each),
      );
      expect(green).toHaveLength(report.totals.passed);
      for (const { properties, '@name': name } of suites.testsuite.filter(hasProperties)) {
        const told = properties.property.filter((each: Element) => each['@name'].startsWith('totals.'));
        const counts = told.map((each: Element) => [each['@name'].slice(7), Number(each['@value'])]);
        expect(Object.fromEntries(counts)).toEqual(report.suites.find(({ suite }) => suite === name)?.totals);
      }
    });

    test('CTRF, in its summary and in its tests', () => {
      const { summary, tests } = (renderCtrf(report) as Element).results;
      const having = (status: string) => tests.filter((each: Element) => each.status === status).length;
      expect(summary).toMatchObject({
        ...{ tests: tests.length, passed: having('passed'), failed: having('failed') },
        ...{ skipped: having('skipped'), other: having('other'), pending: 0 },
      });
      expect(summary).toMatchObject({ passed: report.totals.passed, skipped: skippedIn(report.totals) });
      expect(summary.extra.totals).toEqual(report.totals);
      const { '@failures': failures, '@errors': errors } = parsed(renderJunit(report));
      expect([summary.failed, summary.other]).toEqual([failures, errors].map(Number));
    });

    test('SARIF', () => {
      const [run] = (renderSarif(report) as Element).runs;
      expect(run.properties).toMatchObject({ totals: report.totals, faults: report.faults });
      expect(run.invocations).toMatchObject([{ exitCode: report.exitCode }]);
    });
  },
);

test('a policy case is skipped with a message in JUnit and CTRF, and its verdict in report.json is no pass', () => {
  const report = buildReport(sampleRun(mixed));
  const passed = report.cases.filter(({ verdict }) => verdict === 'passed');
  expect(passed.map(({ id }) => id)).toEqual(['corpus/v03-a', 'corpus/v03-b']);
  const [{ testcase }] = parsed(renderJunit(report)).testsuite;
  expect(testcase[2].skipped).toMatchObject({ '@message': 'policy, not judged: as recorded' });
  expect(testcase[3].skipped).toMatchObject({ '@message': 'policy, not judged: changed: now 400' });
  expect((renderCtrf(report) as Element).results.tests[2]).toMatchObject({
    status: 'skipped',
    rawStatus: 'policy: as-recorded',
    message: 'policy, not judged: as recorded',
  });
});

test('a subject that passes nothing has no green case in any format', () => {
  const report = buildReport(
    sampleRun([broken('v02-b'), judged('v03-p', { policy: 'as-recorded' }), unjudged]),
  );
  const suites = parsed(renderJunit(report));
  const notGreen = ['@failures', '@errors', '@skipped'].reduce((sum, key) => sum + Number(suites[key]), 0);
  expect(notGreen).toBe(Number(suites['@tests']));
  expect((renderCtrf(report) as Element).results.summary.passed).toBe(0);
  expect(report.cases.filter(({ verdict }) => verdict === 'passed')).toEqual([]);
});

test('a finding that is recorded or expected alarms nobody in SARIF', () => {
  const findings = [{ clause: 'L', expected: ['x'], actual: 'y', place: { file: 'a.ts', line: 1 } }];
  const recorded = judged('v03-p', { policy: 'changed', verdict: 'failed', findings });
  const known = broken('v02-b', { findings });
  const report = withBaseline(sampleRun([judged('v03-a'), recorded, known]), ['v02-b'], 'L');
  const [{ results }] = (renderSarif(report) as Element).runs;
  expect(results[0]).toMatchObject({ level: 'note' });
  expect(results[1]).toMatchObject({ suppressions: [{ kind: 'external', justification: 'known' }] });
});

/** What formats hold once they are parsed. */
// biome-ignore lint/suspicious/noExplicitAny: foreign documents, looked at by test alone
type Element = any;

function hasProperties({ properties }: Element): boolean {
  return properties !== undefined;
}

function parsed(xml: string): Element {
  const lists = ['testsuite', 'testcase', 'property'];
  const isArray = (name: string) => lists.includes(name);
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray }).parse(xml).testsuites;
}

function skippedIn({ notApplicable, policyAsRecorded, policyChanged, baselined }: Totals): number {
  return notApplicable + policyAsRecorded + policyChanged + baselined;
}

/** What a person reads: a count that is not told is none. */
function countsIn(text: string) {
  const count = (words: RegExp) => Number(words.exec(text)?.[1] ?? 0);
  return {
    planned: count(/(\d+) planned,/),
    executed: count(/(\d+) executed,/),
    passed: count(/(\d+) passed,/),
    failed: count(/(\d+) failed\b(?! as)/),
    baselined: count(/(\d+) failed as the baseline expects/),
    inconclusive: count(/(\d+) inconclusive\b/),
    errored: count(/(\d+) errored\b/),
    notApplicable: count(/(\d+) not applicable/),
    policyAsRecorded: count(/not judged: (\d+) as recorded/),
    policyChanged: count(/as recorded, (\d+) changed/),
    faults: count(/(\d+) faults? of the run/),
  };
}

function countsOf({ totals, faults }: Report) {
  return { ...totals, faults: faults.length };
}

function excluding(events: readonly RunEvent[]): readonly RunEvent[] {
  const excluded = [{ id: 'corpus/v03-z', reason: 'the subject declares no files' }];
  return events.map((event) => (event.event === 'run.planned' ? { ...event, excluded } : event));
}

function leavingOut(events: readonly RunEvent[]): readonly RunEvent[] {
  const unselected = ['corpus/v03-b', 'drift-enum/*'];
  return events.map((event) => (event.event === 'run.planned' ? { ...event, unselected } : event));
}

function expecting(names: readonly string[]): Report {
  return withBaseline(sampleRun([...mixed, broken('v02-b')]), names, 'A.4');
}

function withBaseline(events: readonly RunEvent[], names: readonly string[], clause: string): Report {
  const entries = names.map((name) => {
    return { case: `corpus/${name}`, clause, owner: 'me', reason: 'known', expires: '2999-01-01' };
  });
  const baseline = { formatVersion: 1, subject: 'reference', entries } as const;
  return applyBaseline(buildReport(events), baseline, new Date('2026-03-04'));
}
