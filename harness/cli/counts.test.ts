import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { CaseReport, Report, Totals } from '../report/report.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { assay, startAssay, workingDirectory } from './test-support/assay.ts';

const STOPPED = expect.arrayContaining([expect.stringMatching(/^Stopped, .*--bail 1/)]);

/** A run, what its command printed last, and what must be true of it. */
const RUNS = [
  ['a green run', green, { verdict: 'passed', exitCode: 0 }],
  ['a red run', red, { verdict: 'failed', exitCode: 1 }],
  ['a run with known failures', knownRed, { exitCode: 0, totals: { baselined: 2, policyAsRecorded: 2 } }],
  ['a run that --bail stopped', bailed, { exitCode: 1, totals: { policyChanged: 2 }, reasons: STOPPED }],
  ['a run narrowed to one case', narrowed, { verdict: 'passed', whole: false }],
  ['an interrupted run', interrupted, { interrupted: true, exitCode: 130 }],
  ['a run whose command was killed, rebuilt', crashed, { verdict: 'inconclusive', exitCode: 2 }],
] as const;

test.each(RUNS)(
  'console, report.json, JUnit, CTRF and summary.md agree on every count of %s',
  async (_what, make, wanted) => {
    await using directory = await workingDirectory();
    const console = await make(directory.path);
    const read = (name: string) => readFileSync(join(directory.path, 'assay-report', name), 'utf8');
    const report: Report = JSON.parse(read('report.json'));
    expect(report).toMatchObject(wanted);
    expect(recount(report)).toEqual(report.totals);
    const told = toldBy(report);
    expect(countsIn(console)).toEqual(told);
    expect(countsIn(read('summary.md'))).toEqual(told);
    const answers = answersOf(report);
    expect(answersInJunit(read('junit.xml'))).toEqual({
      whole: answers,
      added: answers,
      totals: report.totals,
    });
    expect(answersInCtrf(read('ctrf.json'))).toEqual({
      whole: answers,
      added: answers,
      totals: report.totals,
    });
  },
  180_000,
);

async function green(cwd: string): Promise<string> {
  return (await assay(cwd, 'run', 'drift-enum')).stdout;
}

async function red(cwd: string): Promise<string> {
  const cases = '^corpus/(hg-content-string|v03-text|raw-truncated)@';
  return (await assay(cwd, 'run', '-g', cases, '--mutant', 'M108')).stdout;
}

async function knownRed(cwd: string): Promise<string> {
  const entry = {
    ...{ case: 'corpus/hg-content-string@{strict,0.2}', clause: 'A.4' },
    ...{ owner: 'wire team', reason: 'it is being mended', expires: '2999-12-31' },
  };
  const known = { formatVersion: 1, subject: 'ours', entries: [entry] };
  const subject = {
    kind: 'reference',
    name: 'ours',
    revision: 'R3',
    capabilities: [],
    baseline: 'known.yaml',
  };
  await writeFile(join(cwd, 'known.yaml'), JSON.stringify(known));
  await writeFile(join(cwd, 'subject.yaml'), JSON.stringify(subject));
  const cases = '^corpus/(hg-content-string@(strict|0.2)|v020-no-id@|v03-text@)';
  const { stdout } = await assay(cwd, 'run', '-g', cases, '--mutant', 'M108', '--subject', 'subject.yaml');
  return stdout;
}

async function bailed(cwd: string): Promise<string> {
  const cases = '^corpus/(hg-content-empty|hg-content-string|v02|v03)';
  const words = ['-g', cases, '--mutant', 'M108', '--bail', '--workers', '1'];
  return (await assay(cwd, 'run', ...words)).stdout;
}

async function narrowed(cwd: string): Promise<string> {
  const { stdout } = await assay(cwd, 'run', '-g', '^corpus/v03-text@strict$');
  expect(stdout.split('\n')[0]).toMatch(/^Assay judged 1 of \d+ cases \(-g '.*v03-text@strict\$'\) for /);
  return stdout;
}

async function interrupted(cwd: string): Promise<string> {
  const started = startAssay(cwd, 'run', 'corpus');
  await untilACaseEnded(cwd);
  started.kill('SIGINT');
  return (await started).stdout;
}

async function crashed(cwd: string): Promise<string> {
  const started = startAssay(cwd, 'run', 'corpus');
  await untilACaseEnded(cwd);
  started.kill('SIGKILL');
  await started;
  return (await assay(cwd, 'report', 'rebuild', 'assay-report')).stdout;
}

async function untilACaseEnded(cwd: string): Promise<void> {
  const events = join(cwd, 'assay-report/events.ndjson');
  const hasEnded = () =>
    (existsSync(events) && readFileSync(events, 'utf8').includes('"event":"case.finished"')) || undefined;
  expect(await poll(hasEnded, deadlineIn(120_000), 20)).toBe(true);
}

/** The totals again, from the cases and what the baseline says of them. */
function recount({ cases, notApplicable, baseline }: Report): Totals {
  const under = (...verdicts: readonly string[]) =>
    cases.filter(({ verdict, baseline }) => verdicts.includes(verdict) && !baseline).length;
  const policy = (state: string) =>
    cases.filter((each) => each.verdict === 'policy' && each.policy === state).length;
  const known = (baseline?.outcomes ?? []).filter(({ state }) => state === 'expected');
  return {
    planned: cases.length,
    executed: cases.filter(wasSeen).length,
    passed: under('passed'),
    failed: under('failed'),
    baselined: new Set(known.map((each) => each.case)).size,
    inconclusive: under('inconclusive'),
    errored: under('errored'),
    notApplicable: notApplicable.length + under('not-applicable'),
    policyAsRecorded: policy('as-recorded'),
    policyChanged: policy('changed'),
  };
}

function wasSeen({ observations, verdict }: CaseReport): boolean {
  return observations > 0 || verdict === 'failed';
}

/** What a line of counts has to say; what is zero may be left out. */
function toldBy({ totals, faults }: Report) {
  const { planned, executed, passed, failed, baselined, inconclusive, errored, notApplicable } = totals;
  const policy = totals.policyAsRecorded + totals.policyChanged;
  return {
    planned,
    executed,
    passed,
    failed,
    baselined,
    inconclusive,
    errored,
    notApplicable,
    policy,
    faults: faults.length,
  };
}

function countsIn(text: string) {
  const line = text.split('\n').find((each) => /^\d+ planned, /.test(each)) ?? '';
  const count = (words: string) => Number(new RegExp(`(\\d+) ${words}`).exec(line)?.[1] ?? 0);
  return {
    planned: count('planned'),
    executed: count('executed'),
    passed: count('passed'),
    failed: count('failed'),
    baselined: count('failed as the baseline expects'),
    inconclusive: count('inconclusive'),
    errored: count('errored'),
    notApplicable: count('not applicable'),
    policy: Number(/(\d+) policy, not judged/.exec(text)?.[1] ?? 0),
    faults: count('faults? of the run'),
  };
}

/** As formats say it that know no more: of the cases, the excluded, and what is wrong with the run. */
function answersOf({ totals, faults }: Report) {
  const accusing = faults.filter(({ verdict }) => verdict === 'failed').length;
  const { passed, inconclusive, errored, notApplicable, policyAsRecorded, policyChanged } = totals;
  const failed = totals.failed + accusing;
  const error = inconclusive + errored + faults.length - accusing;
  const skipped = notApplicable + policyAsRecorded + policyChanged + totals.baselined;
  return { tests: passed + failed + error + skipped, failed, error, skipped };
}

interface JunitCase {
  readonly failure?: unknown;
  readonly error?: unknown;
  readonly skipped?: unknown;
}

function answersInJunit(xml: string) {
  const isArray = (name: string) => ['testsuite', 'testcase', 'property'].includes(name);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray });
  const { testsuites } = parser.parse(xml);
  const cases: readonly JunitCase[] = testsuites.testsuite.flatMap(
    ({ testcase = [] }: { testcase?: readonly JunitCase[] }) => testcase,
  );
  const having = (what: keyof JunitCase) => cases.filter((each) => what in each).length;
  const properties: readonly { readonly name: string; readonly value: string }[] =
    testsuites.testsuite.flatMap(
      ({ properties: own }: { properties?: { property: object[] } }) => own?.property ?? [],
    );
  const totals: Record<string, number> = {};
  for (const { name, value } of properties.filter((each) => each.name.startsWith('totals.'))) {
    const key = name.slice('totals.'.length);
    totals[key] = (totals[key] ?? 0) + Number(value);
  }
  return {
    whole: {
      tests: Number(testsuites.tests),
      failed: Number(testsuites.failures),
      error: Number(testsuites.errors),
      skipped: Number(testsuites.skipped),
    },
    added: {
      ...{ tests: cases.length, failed: having('failure') },
      ...{ error: having('error'), skipped: having('skipped') },
    },
    totals,
  };
}

function answersInCtrf(json: string) {
  const { summary, tests } = JSON.parse(json).results;
  const under = (wanted: string) =>
    tests.filter(({ status }: { readonly status: string }) => status === wanted).length;
  return {
    whole: { tests: summary.tests, failed: summary.failed, error: summary.other, skipped: summary.skipped },
    added: { tests: tests.length, failed: under('failed'), error: under('other'), skipped: under('skipped') },
    totals: summary.extra.totals,
  };
}
