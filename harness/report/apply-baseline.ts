import { UsageError } from '../support/errors.ts';
import { groupBy } from '../support/group.ts';
import type { Baseline, BaselineEntry, BaselineOutcome, BaselineState } from './baseline.ts';
import { casesOf } from './load-baseline.ts';
import type { CaseReport, Fault, Report } from './report.ts';
import { conclude } from './roll-up.ts';
import { headingOf } from './totals.ts';

/**
 * Holds a report against the known failures of its subject. A failure of which every broken clause is listed is
 * expected and does not gate; an entry that passed, names nothing that failed so, or is past its day does (exit 1).
 * Dates are those of UTC. A baseline of another subject is a `UsageError`.
 */
export function applyBaseline(report: Report, baseline: Baseline, now: Date): Report {
  if (baseline.subject !== report.subject.name) throw ofAnotherSubject(report, baseline);
  const today = dayOf(now);
  const outcomes = baseline.entries.flatMap((entry) =>
    casesOf(entry).map((id) => ({ ...rowOf(entry), case: id, state: stateOf(report, entry, id, today) })),
  );
  const cases = expectFailures(report.cases, outcomes);
  const faults = [...report.faults, ...outcomes.flatMap(faultOf)];
  const planned = Object.fromEntries(report.suites.map(({ suite, totals }) => [suite, totals.planned]));
  const suites = report.suites.map(({ suite, facets }) => ({ name: suite, groups: Object.keys(facets) }));
  const conclusion = conclude({ ...report, cases, faults, suites, planned });
  return { ...report, ...conclusion, cases, baseline: { outcomes } };
}

type Judged = Pick<CaseReport, 'id' | 'clause' | 'verdict' | 'policy' | 'findings'>;

/** Of one result alone, what `applyBaseline` says of the whole report: whether it failed in nothing but listed clauses. */
export function expectedIn(baseline: Baseline, now: Date): (result: Judged) => boolean {
  const today = dayOf(now);
  const standing = baseline.entries.filter(({ expires }) => expires >= today);
  const rows = standing.flatMap((entry) => casesOf(entry).map((id) => ({ case: id, clause: entry.clause })));
  const listed = groupBy(rows, (row) => row.case);
  return (result) => headingOf(result) === 'failed' && isCovered(result, listed.get(result.id) ?? []);
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function rowOf({ clause, owner, reason, expires }: BaselineEntry) {
  return { clause, owner, reason, expires };
}

function stateOf(report: Report, entry: BaselineEntry, id: string, today: string): BaselineState {
  if (entry.expires < today) return 'expired';
  const result = report.cases.find((each) => each.id === id);
  if (!result) return isUnselected(report, id) ? 'unselected' : 'unmatched';
  const heading = headingOf(result);
  switch (heading) {
    case 'passed':
      return 'stale';
    case 'failed':
      return clausesOf(result).includes(entry.clause) ? 'expected' : 'unmatched';
    case 'errored':
    case 'inconclusive':
      return 'unjudged';
    case 'policy':
    case 'not-applicable':
      return 'unmatched';
    default:
      return heading satisfies never;
  }
}

function isUnselected({ unselected }: Report, id: string): boolean {
  return unselected.some((each) => each === id || (each.endsWith('/*') && id.startsWith(each.slice(0, -1))));
}

function clausesOf({ findings, clause }: Judged): readonly string[] {
  return findings.length === 0 ? [clause] : findings.map((finding) => finding.clause);
}

/** Marks the failures of which no broken clause is left unlisted. */
function expectFailures(
  cases: readonly CaseReport[],
  outcomes: readonly BaselineOutcome[],
): readonly CaseReport[] {
  const expected = groupBy(
    outcomes.filter(({ state }) => state === 'expected'),
    (outcome) => outcome.case,
  );
  return cases.map((result) => {
    const listed = expected.get(result.id) ?? [];
    const [first] = listed;
    if (!first || !isCovered(result, listed)) return result;
    return { ...result, baseline: rowOf(first) };
  });
}

/** Whether every clause that a case broke is listed. */
function isCovered(result: Judged, listed: readonly { readonly clause: string }[]): boolean {
  return clausesOf(result).every((clause) => listed.some((each) => each.clause === clause));
}

function faultOf(outcome: BaselineOutcome): readonly Fault[] {
  const why = faultWords(outcome);
  if (why === undefined) return [];
  const { case: id, clause, owner } = outcome;
  return [{ verdict: 'failed', reason: `Baseline entry ${id}, clause ${clause} (owner ${owner}) ${why}` }];
}

function faultWords({ state, expires }: BaselineOutcome): string | undefined {
  switch (state) {
    case 'stale':
      return 'is stale: the case passed. Remove the entry.';
    case 'unmatched':
      return 'is unmatched: this run has no such case that can fail that clause. Correct or remove the entry.';
    case 'expired':
      return `expired on ${expires}. Mend the subject, or have its owner renew the entry.`;
    case 'expected':
    case 'unjudged':
    case 'unselected':
      return undefined;
    default:
      return state satisfies never;
  }
}

function ofAnotherSubject(report: Report, baseline: Baseline): UsageError {
  return new UsageError({
    code: 'BASELINE_OF_ANOTHER_SUBJECT',
    message: `The baseline lists failures of "${baseline.subject}", but "${report.subject.name}" was judged.`,
    fix: 'Give the baseline that belongs to this subject.',
  });
}
