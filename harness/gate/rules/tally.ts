import type { CaseReport, Report, Totals } from '../../report/report.ts';
import { broken, held, type Rule } from '../rule.ts';

export const tally: Rule = {
  id: 'tally',
  says: 'Every count is that of the cases which it counts.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const off = [...offIn(report), ...report.suites.flatMap((each) => offInSuite(report, each))];
    if (off.length === 0) return held(`all counts add up over ${report.cases.length} cases`);
    return broken(
      `counts contradict the cases: ${off[0]}`,
      'get the report as the run left it, or run again',
      off,
    );
  },
};

function offIn(report: Report): readonly string[] {
  const { cases, notApplicable, planned = [], executed = [], totals, scope } = report;
  const looked = cases.filter(isExecuted).length;
  return [
    ...compare('totals', totals, { ...countOf(cases, notApplicable.length), planned: planned.length }),
    ...differ('executed', executed.length, looked),
    ...differ('scope.cases', scope?.cases ?? -1, planned.length),
    ...(scope?.bySuite ? differ('scope.bySuite', sumOf(scope.bySuite, 'cases'), scope.cases) : []),
    ...(scope?.bySuite ? differ('scope.bySuite', sumOf(scope.bySuite, 'ofCases'), scope.ofCases) : []),
    ...differ('suites', sum(report.suites.map((each) => each.totals.passed)), totals.passed),
    ...differ('suites', sum(report.suites.map((each) => each.totals.planned)), totals.planned),
  ];
}

function offInSuite(
  { cases, notApplicable }: Report,
  { suite, totals, facets }: Report['suites'][number],
): readonly string[] {
  const own = cases.filter((each) => each.suite === suite);
  const excluded = notApplicable.filter(({ id }) => id.startsWith(`${suite}/`)).length;
  return [
    ...compare(`suite ${suite}`, totals, { ...countOf(own, excluded), planned: totals.planned }),
    ...Object.entries(facets).flatMap(([facet, groups]) => offInGroups(own, facet, groups)),
  ];
}

function offInGroups(
  cases: readonly CaseReport[],
  facet: string,
  groups: Readonly<Record<string, Totals>>,
): readonly string[] {
  return Object.entries(groups).flatMap(([value, totals]) => {
    const own = cases.filter((each) => each.facets[facet] === value);
    return compare(`${facet} ${value}`, totals, { ...countOf(own, 0), planned: own.length });
  });
}

/** As the cases say it themselves: whether one stands under the right heading is asked elsewhere. */
function countOf(cases: readonly CaseReport[], excluded: number): Omit<Totals, 'planned'> {
  const count = (matches: (each: CaseReport) => boolean) => cases.filter(matches).length;
  return {
    executed: count(isExecuted),
    passed: count(({ verdict }) => verdict === 'passed'),
    failed: count(({ verdict, baseline }) => verdict === 'failed' && baseline === undefined),
    baselined: count(({ baseline }) => baseline !== undefined),
    inconclusive: count(({ verdict }) => verdict === 'inconclusive'),
    errored: count(({ verdict }) => verdict === 'errored'),
    notApplicable: excluded + count(({ verdict }) => verdict === 'not-applicable'),
    policyAsRecorded: count(({ verdict, policy }) => verdict === 'policy' && policy === 'as-recorded'),
    policyChanged: count(({ verdict, policy }) => verdict === 'policy' && policy === 'changed'),
  };
}

function isExecuted({ observations, verdict }: CaseReport): boolean {
  return observations > 0 || verdict === 'failed';
}

function compare(where: string, told: Totals, counted: Totals): readonly string[] {
  const names = Object.keys(counted) as (keyof Totals)[];
  return names.flatMap((name) => differ(`${where}.${name}`, told[name], counted[name]));
}

function differ(what: string, told: number, counted: number): readonly string[] {
  return told === counted ? [] : [`${what} says ${told}, counted ${counted}`];
}

function sumOf<Name extends string>(all: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return sum(all.map((each) => each[name]));
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}
