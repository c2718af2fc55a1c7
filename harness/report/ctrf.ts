import type { Exclusion } from '../support/case.ts';
import { type Answer, answerOf, answerOfFault, answersIn, whySkipped } from './answer.ts';
import { printable } from './printable.ts';
import type { CaseReport, Fault, Report } from './report.ts';
import { partWords } from './scope.ts';
import { headingOf } from './totals.ts';
import { whyNot } from './words.ts';

/** Version of the Common Test Report Format that is written. */
const SPEC_VERSION = '0.1.0';

/** `other` is what neither passed nor accuses the subject: the harness, or its world. */
const STATUS = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  error: 'other',
} as const satisfies Record<Answer, string>;
type CtrfStatus = (typeof STATUS)[Answer];

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
    ...report.faults.map(faultTest),
  ];
  const answers = answersIn(report);
  const part = partWords(report);
  return {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: report.endedAt,
    generatedBy: 'assay',
    results: {
      tool: { name: 'assay', ...(report.versions.assay && { version: report.versions.assay }) },
      summary: {
        ...{ tests: answers.tests, passed: answers.passed, failed: answers.failed },
        ...{ skipped: answers.skipped, pending: 0, other: answers.error },
        suites: report.suites.length,
        start: Date.parse(report.startedAt),
        stop: Date.parse(report.endedAt),
        extra: {
          ...{ verdict: report.verdict, exitCode: report.exitCode, totals: report.totals },
          ...{ whole: report.whole, ...(report.scope && { scope: report.scope }) },
        },
      },
      tests,
      environment: {
        ...{ appName: report.subject.name, appVersion: report.subject.revision },
        ...(part !== undefined && { reportName: part }),
      },
    },
  };
}

function caseTest(result: CaseReport): CtrfTest {
  const answer = answerOf(result);
  return {
    name: result.id,
    status: STATUS[answer],
    duration: Math.round(result.durationMs),
    suite: [result.suite],
    rawStatus: rawStatusOf(result),
    ...(answer !== 'passed' && {
      message: printable(answer === 'skipped' ? whySkipped(result) : whyNot(result)),
    }),
    tags: [result.clause, ...new Set(Object.values(result.facets))],
    ...placeOf(result),
    extra: {
      title: printable(result.title),
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

function rawStatusOf(result: CaseReport): string {
  if (headingOf(result) === 'policy') return `policy: ${result.policy}`;
  return result.baseline ? `${result.verdict}: baseline` : result.verdict;
}

function excludedTest({ id, reason }: Exclusion): CtrfTest {
  return {
    name: id,
    status: 'skipped',
    duration: 0,
    rawStatus: 'not-applicable',
    message: printable(reason),
  };
}

function faultTest(fault: Fault, index: number): CtrfTest {
  const status = STATUS[answerOfFault(fault)];
  return {
    name: `run/${index + 1}`,
    status,
    duration: 0,
    rawStatus: fault.verdict,
    message: printable(fault.reason),
  };
}
