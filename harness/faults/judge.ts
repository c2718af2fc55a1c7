import type { CaseReport, Report } from '../report/report.ts';
import type { ExpectedKill } from './resolve.ts';

/** What became of one case under a mutant. */
export interface KillResult {
  readonly id: string;
  readonly state: 'killed' | 'survived' | 'other-reason' | 'unjudged';
  readonly saw: string;
}

/** What became of a mutant: `survived` when a named case lived or an unrelated one died. */
export interface MutantResult {
  readonly mutant: string;
  readonly title: string;
  readonly verdict: 'killed' | 'survived' | 'inconclusive';
  readonly cases: readonly KillResult[];
  /** Unrelated cases that were not green as they should have been. */
  readonly collateral: readonly string[];
}

/** Judges a mutant by the report of the run that carried it: each named case dead of its finding, the rest alive. */
export function judgeMutant(
  mutant: { readonly id: string; readonly title: string },
  kills: readonly ExpectedKill[],
  report: Pick<Report, 'cases'>,
): MutantResult {
  const byId = new Map(report.cases.map((result) => [result.id, result]));
  const cases = [...groupKills(kills)].map(([id, reasons]) => judgeKill(id, reasons, byId.get(id)));
  const named = new Set(kills.map(({ caseId }) => caseId));
  const harmed = report.cases.filter((result) => !named.has(result.id) && isHarmed(result));
  return {
    mutant: mutant.id,
    title: mutant.title,
    verdict: verdictOf(cases, harmed),
    cases,
    collateral: harmed.map(({ id }) => id),
  };
}

function groupKills(kills: readonly ExpectedKill[]): ReadonlyMap<string, readonly ExpectedKill[]> {
  const groups = new Map<string, ExpectedKill[]>();
  for (const kill of kills) groups.set(kill.caseId, [...(groups.get(kill.caseId) ?? []), kill]);
  return groups;
}

/** A time-out, a crash or a missing result is no kill: only findings of the right clause and reason are, all of them. */
function judgeKill(id: string, reasons: readonly ExpectedKill[], result: CaseReport | undefined): KillResult {
  if (!result || isUnjudged(result)) return { id, state: 'unjudged', saw: result?.reason ?? 'no result' };
  const { verdict, findings, outcome } = result;
  const saw = [outcome, ...findings.map(({ clause, actual }) => `${clause}: ${actual}`)].join(' | ');
  if (verdict !== 'failed') return { id, state: 'survived', saw };
  return { id, state: reasons.every((reason) => isCauseOf(result, reason)) ? 'killed' : 'other-reason', saw };
}

/** A hang is a cause only where it was foretold: whatever else is broken then, the time-out is all that we know. */
function isCauseOf({ findings, outcome }: CaseReport, kill: ExpectedKill): boolean {
  if (kill.outcome === undefined ? outcome === 'hang' : outcome !== kill.outcome) return false;
  return findings.some(({ clause, actual }) => clause === kill.clause && kill.reason.test(actual));
}

function isUnjudged({ verdict }: CaseReport): boolean {
  return verdict === 'errored' || verdict === 'inconclusive' || verdict === 'not-applicable';
}

function isHarmed({ verdict, policy }: CaseReport): boolean {
  return policy === 'changed' || verdict !== 'passed';
}

function verdictOf(cases: readonly KillResult[], harmed: readonly CaseReport[]): MutantResult['verdict'] {
  const open = cases.some(({ state }) => state === 'unjudged') || harmed.some(isUnjudged);
  if (cases.length === 0 || open) return 'inconclusive';
  return cases.every(({ state }) => state === 'killed') && harmed.length === 0 ? 'killed' : 'survived';
}
