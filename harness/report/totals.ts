import { groupBy } from '../support/group.ts';
import type { CaseReport, Heading, Totals } from './report.ts';

/** Counts cases; `planned` and the excluded come from the plan, which knows more than what ran. */
export function countCases(
  cases: readonly CaseReport[],
  plan: { readonly planned: number; readonly excluded: number },
): Totals {
  const count = (matches: (each: CaseReport) => boolean) => cases.filter(matches).length;
  return {
    planned: plan.planned,
    executed: count(wasExecuted),
    passed: count((each) => headingOf(each) === 'passed'),
    failed: count((each) => headingOf(each) === 'failed' && each.baseline === undefined),
    baselined: count(({ baseline }) => baseline !== undefined),
    inconclusive: count((each) => headingOf(each) === 'inconclusive'),
    errored: count((each) => headingOf(each) === 'errored'),
    notApplicable: plan.excluded + count((each) => headingOf(each) === 'not-applicable'),
    policyAsRecorded: count((each) => headingOf(each) === 'policy' && each.policy === 'as-recorded'),
    policyChanged: count((each) => headingOf(each) === 'policy' && each.policy === 'changed'),
  };
}

/** Whether a case put something to the subject; a failure did, if only while setting its scene. */
export function wasExecuted({ observations, verdict }: CaseReport): boolean {
  return observations > 0 || verdict === 'failed';
}

/** Where a case is counted: a recorded behaviour stands under `policy`, unless it could not be observed. */
export function headingOf({ verdict, policy }: Pick<CaseReport, 'verdict' | 'policy'>): Heading {
  const observed = verdict === 'passed' || verdict === 'failed';
  return policy !== undefined && observed ? 'policy' : verdict;
}

/** Counts per value of one facet, such as the family; cases without it are left out. */
export function countBy(cases: readonly CaseReport[], facet: string): Readonly<Record<string, Totals>> {
  const groups = groupBy(
    cases.filter(({ facets }) => facets[facet] !== undefined),
    ({ facets }) => facets[facet] ?? '',
  );
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => [name, countCases(group, { planned: group.length, excluded: 0 })]),
  );
}
