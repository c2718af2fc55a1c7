import { suiteOf } from '../support/case.ts';
import { EXIT, type ExitCode } from '../support/errors.ts';
import { groupBy } from '../support/group.ts';
import { casesInWords } from '../support/plural.ts';
import type { PlannedSuite } from './event.ts';
import { lossWords } from './losses.ts';
import type { CaseReport, Fault, Report, RunVerdict, SuiteReport, Totals } from './report.ts';
import { countBy, countCases, headingOf, wasExecuted } from './totals.ts';

/** What a conclusion is drawn from. */
export type Facts = Pick<
  Report,
  'cases' | 'faults' | 'bailed' | 'losses' | 'notApplicable' | 'interrupted'
> & {
  readonly suites: readonly PlannedSuite[];
  readonly planned: Readonly<Record<string, number>>;
};

export type Conclusion = Pick<Report, 'verdict' | 'exitCode' | 'reasons' | 'suites' | 'totals' | 'faults'>;

/** Least to worst: a fault of the harness elsewhere does not mend a clause that is broken. */
const SEVERITY = ['passed', 'inconclusive', 'errored', 'failed'] as const satisfies readonly RunVerdict[];

/** Draws the verdict of each suite and of the run; a step of it can only make the verdict worse. */
export function conclude(facts: Facts): Conclusion {
  const judged = facts.suites.map((suite) => judgeSuite(suite, facts));
  const totals = countCases(facts.cases, {
    planned: Object.values(facts.planned).reduce((sum, each) => sum + each, 0),
    excluded: facts.notApplicable.length,
  });
  const faults = withoutRepeats([
    ...facts.faults,
    ...judged.flatMap(({ suite, besideCases }) => namedFaults(suite, besideCases)),
    ...nothingRan(totals),
  ]);
  const ofCases = judged.flatMap(({ suite, inCases }) => namedFaults(suite, inCases));
  const all = [...faults, ...ofCases].toSorted(bySeverity).toSorted(lossesFirst(facts));
  const verdict = worstOf(all);
  return {
    verdict,
    exitCode: exitCodeOf(verdict, facts.interrupted),
    reasons: [...all.map(({ reason }) => reason), ...(facts.bailed === undefined ? [] : [facts.bailed])],
    suites: judged.map(({ suite }) => suite),
    totals,
    faults,
  };
}

interface JudgedSuite {
  readonly suite: SuiteReport;
  /** What its cases came to. */
  readonly inCases: readonly Fault[];
  /** What no case of it carries. */
  readonly besideCases: readonly Fault[];
}

function judgeSuite({ name: suite, groups }: PlannedSuite, facts: Facts): JudgedSuite {
  const cases = facts.cases.filter((each) => each.suite === suite);
  const excluded = facts.notApplicable.filter(({ id }) => suiteOf(id) === suite).length;
  const totals = countCases(cases, { planned: facts.planned[suite] ?? 0, excluded });
  const isToldByCases = facts.bailed !== undefined && totals.inconclusive > 0;
  const [inCases, besideCases] = [caseFaults(totals), isToldByCases ? [] : ungated(cases)];
  const faults = [...inCases, ...besideCases];
  const reasons = faults.map(({ reason }) => reason);
  const facets = Object.fromEntries(groups.map((facet) => [facet, countBy(cases, facet)]));
  return { suite: { suite, verdict: worstOf(faults), reasons, totals, facets }, inCases, besideCases };
}

function namedFaults({ suite }: SuiteReport, faults: readonly Fault[]): readonly Fault[] {
  return faults.map(({ verdict, reason }) => ({ verdict, reason: `Suite ${suite}: ${reason}` }));
}

function caseFaults(totals: Totals): readonly Fault[] {
  const faults: Fault[] = [];
  if (totals.failed > 0)
    faults.push({ verdict: 'failed', reason: `${casesInWords(totals.failed)} broke a clause.` });
  if (totals.errored > 0) {
    faults.push({
      verdict: 'errored',
      reason: `${casesInWords(totals.errored)} could not be judged: harness fault.`,
    });
  }
  if (totals.inconclusive > 0) {
    faults.push({
      verdict: 'inconclusive',
      reason: `${casesInWords(totals.inconclusive)} came to no conclusion.`,
    });
  }
  return faults;
}

function ungated(cases: readonly CaseReport[]): readonly Fault[] {
  const gated = cases.some((each) => wasExecuted(each) && isGating(headingOf(each)));
  if (gated) return [];
  const recorded = cases.filter((each) => headingOf(each) === 'policy').length;
  const reason =
    recorded === 0
      ? 'No gated case was executed.'
      : `No gated case was executed: ${casesInWords(recorded)} of policy ${recorded === 1 ? 'was' : 'were'} recorded, which is never judged, so this can be neither green nor red. Select others beside it.`;
  return [{ verdict: 'inconclusive', reason }];
}

function isGating(heading: ReturnType<typeof headingOf>): boolean {
  return heading !== 'policy' && heading !== 'not-applicable';
}

function nothingRan({ executed }: Totals): readonly Fault[] {
  return executed > 0
    ? []
    : [{ verdict: 'inconclusive', reason: 'No case was executed, so nothing is known.' }];
}

/** A report that is held against a baseline is concluded twice. */
function withoutRepeats(faults: readonly Fault[]): readonly Fault[] {
  return [...groupBy(faults, ({ reason }) => reason).values()].flatMap(([first]) => (first ? [first] : []));
}

function worstOf(faults: readonly Fault[]): RunVerdict {
  return SEVERITY.findLast((each) => faults.some(({ verdict }) => verdict === each)) ?? 'passed';
}

function bySeverity(a: Fault, b: Fault): number {
  return SEVERITY.indexOf(b.verdict) - SEVERITY.indexOf(a.verdict);
}

/** Whatever else there is may come from them. */
function lossesFirst({ losses }: Facts): (a: Fault, b: Fault) => number {
  const words = losses.map(lossWords);
  const rank = ({ reason }: Fault) => (words.includes(reason) ? 0 : 1);
  return (a, b) => rank(a) - rank(b);
}

function exitCodeOf(verdict: RunVerdict, interrupted: boolean): ExitCode {
  if (interrupted) return EXIT.interrupted;
  switch (verdict) {
    case 'passed':
      return EXIT.ok;
    case 'failed':
      return EXIT.failed;
    case 'inconclusive':
    case 'errored':
      return EXIT.unjudged;
    default:
      return verdict satisfies never;
  }
}
