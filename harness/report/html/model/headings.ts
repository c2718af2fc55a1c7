import type { CaseReport, Totals } from '../../report.ts';
import { headingOf } from '../../totals.ts';
import type { Count, PageHeading, Tone } from '../page/page.ts';

/** Where a case of a report stands on the page. */
export function pageHeading(result: CaseReport): PageHeading {
  const heading = headingOf(result);
  if (heading === 'failed' && result.baseline) return 'baselined';
  if (heading === 'policy' && result.policy === 'changed') return 'policy-changed';
  return heading;
}

/** A tally under the headings of the page, in their order, without what is zero. */
export function countsOf(totals: Totals): readonly Count[] {
  const counts: readonly Count[] = [
    { heading: 'failed', count: totals.failed },
    { heading: 'errored', count: totals.errored },
    { heading: 'inconclusive', count: totals.inconclusive },
    { heading: 'policy-changed', count: totals.policyChanged },
    { heading: 'baselined', count: totals.baselined },
    { heading: 'policy', count: totals.policyAsRecorded },
    { heading: 'passed', count: totals.passed },
    { heading: 'not-applicable', count: totals.notApplicable },
  ];
  return counts.filter(({ count }) => count > 0);
}

/** The tone of the verdict of a run or a suite. */
export function toneOf(verdict: string): Tone {
  if (verdict === 'passed') return 'good';
  return verdict === 'failed' ? 'bad' : 'unsure';
}
