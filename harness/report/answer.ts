import type { CaseReport, Fault, Report } from './report.ts';
import { headingOf } from './totals.ts';

/** All that JUnit and its like can say of a case; an error accuses the harness, a failure the subject. */
export type Answer = 'passed' | 'failed' | 'error' | 'skipped';

/** What is said of a case there: what was recorded, expected or not applicable is skipped, for it is not green. */
export function answerOf(result: CaseReport): Answer {
  const heading = headingOf(result);
  switch (heading) {
    case 'passed':
      return 'passed';
    case 'failed':
      return result.baseline ? 'skipped' : 'failed';
    case 'errored':
    case 'inconclusive':
      return 'error';
    case 'policy':
    case 'not-applicable':
      return 'skipped';
    default:
      return heading satisfies never;
  }
}

/** What is said of a fault that no case carries. */
export function answerOfFault({ verdict }: Fault): Answer {
  return verdict === 'failed' ? 'failed' : 'error';
}

/** Why a case is skipped there. */
export function whySkipped({ policy, baseline, reason }: CaseReport): string {
  if (baseline) return `expected: ${baseline.reason}`;
  if (policy === undefined) return reason ?? 'not applicable';
  const told = reason === undefined ? '' : `: ${reason}`;
  return `policy, not judged: ${policy === 'changed' ? 'changed' : 'as recorded'}${told}`;
}

/** The tally of a report in those answers; `tests` are all of them. */
export function answersIn({ totals, faults }: Report): Readonly<Record<Answer | 'tests', number>> {
  const accusing = faults.filter((fault) => answerOfFault(fault) === 'failed').length;
  const answers = {
    passed: totals.passed,
    failed: totals.failed + accusing,
    error: totals.inconclusive + totals.errored + faults.length - accusing,
    skipped: totals.notApplicable + totals.policyAsRecorded + totals.policyChanged + totals.baselined,
  };
  return { ...answers, tests: Object.values(answers).reduce((sum, each) => sum + each, 0) };
}
