import type { Exclusion } from '../support/case.ts';
import type { CaseReport, Fault, Report } from './report.ts';
import { headingOf } from './totals.ts';
import { faultsBesideCases, whyNot } from './words.ts';

/** Version of the Common Test Report Format that is written. */
const SPEC_VERSION = '0.1.0';

type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** One test as that format has it; durations in whole milliseconds. */
interface CtrfTest {
  readonly name: string;
  readonly status: CtrfStatus;
  readonly duration: number;
  readonly suite?: readonly string[];
  readonly rawStatus?: string;
  readonly message?: string;
  readonly tags?: readonly string[];
  readonly filePath?: string;
  readonly line?: number;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The report in the Common Test Report Format (https://ctrf.io); what is wrong with the run is a test as well. */
export function renderCtrf(report: Report): unknown {
  const tests = [
    ...report.cases.map(caseTest),
    ...report.notApplicable.map(excludedTest),
    ...faultsBesideCases(report).map(faultTest),
  ];
  const count = (status: CtrfStatus) => tests.filter((test) => test.status === status).length;
  return {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: report.endedAt,
    generatedBy: 'assay',
    results: {
      tool: { name: 'assay', ...(report.versions.assay && { version: report.versions.assay }) },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        suites: report.suites.length,
        start: Date.parse(report.startedAt),
        stop: Date.parse(report.endedAt),
        extra: { verdict: report.verdict, exitCode: report.exitCode },
      },
      tests,
      environment: { appName: report.subject.name, appVersion: report.subject.revision },
    },
  };
}

function caseTest(result: CaseReport): CtrfTest {
  const status = statusOf(result);
  return {
    name: result.id,
    status,
    duration: Math.round(result.durationMs),
    suite: [result.suite],
    rawStatus: rawStatusOf(result),
    ...(status !== 'passed' && { message: whyNot(result) }),
    tags: [result.clause, ...new Set(Object.values(result.facets))],
    ...placeOf(result),
    extra: {
      title: result.title,
      clause: result.clause,
      reproduce: result.reproduce,
      evidence: result.evidence,
      facets: result.facets,
    },
  };
}

/** The first finding that lies in a file; the others stand in the message. */
function placeOf({ findings }: CaseReport): Pick<CtrfTest, 'filePath' | 'line'> {
  const place = findings.find((finding) => finding.place)?.place;
  return place ? { filePath: place.file, line: place.line } : {};
}

/** `other` is what neither passed nor accuses the subject: harness faults, records, and expected failures. */
function statusOf(result: CaseReport): CtrfStatus {
  const heading = headingOf(result);
  if (result.baseline) return 'other';
  switch (heading) {
    case 'passed':
    case 'failed':
      return heading;
    case 'not-applicable':
      return 'skipped';
    case 'inconclusive':
    case 'errored':
    case 'policy':
      return 'other';
    default:
      return heading satisfies never;
  }
}

function rawStatusOf(result: CaseReport): string {
  if (headingOf(result) === 'policy') return `policy: ${result.policy}`;
  return result.baseline ? `${result.verdict}: baseline` : result.verdict;
}

function excludedTest({ id, reason }: Exclusion): CtrfTest {
  return { name: id, status: 'skipped', duration: 0, rawStatus: 'not-applicable', message: reason };
}

function faultTest({ verdict, reason }: Fault, index: number): CtrfTest {
  const status = verdict === 'failed' ? 'failed' : 'other';
  return { name: `run/${index + 1}`, status, duration: 0, rawStatus: verdict, message: reason };
}
