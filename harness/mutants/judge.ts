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
  report: Report,
): MutantResult {
  const byId = new Map(report.cases.map((result) => [result.id, result]));
  const cases = [...groupKills(kills)].map(([id, reasons]) => judgeKill(id, reasons, byId.get(id)));
  const named = new Set(kills.map(({ caseId }) => caseId));
  const collateral = report.cases
    .filter(({ id }) => !named.has(id))
    .filter(isHarmed)
    .map(({ id }) => id);
  return { mutant: mutant.id, title: mutant.title, verdict: verdictOf(cases, collateral), cases, collateral };
}

function groupKills(kills: readonly ExpectedKill[]): ReadonlyMap<string, readonly ExpectedKill[]> {
  const groups = new Map<string, ExpectedKill[]>();
  for (const kill of kills) groups.set(kill.caseId, [...(groups.get(kill.caseId) ?? []), kill]);
  return groups;
}

/** A time-out, a crash or a missing result is no kill: only a finding of the right clause and reason is. */
function judgeKill(id: string, reasons: readonly ExpectedKill[], result: CaseReport | undefined): KillResult {
  if (!result || result.verdict === 'errored' || result.verdict === 'inconclusive') {
    return { id, state: 'unjudged', saw: result?.reason ?? 'no result' };
  }
  const saw = result.findings.map(({ clause, actual }) => `${clause}: ${actual}`).join(' | ');
  if (result.verdict !== 'failed' && result.policy !== 'changed')
    return { id, state: 'survived', saw: 'passed' };
  const forThis = result.findings.some((finding) =>
    reasons.some(({ clause, reason }) => finding.clause === clause && reason.test(finding.actual)),
  );
  return { id, state: forThis ? 'killed' : 'other-reason', saw };
}

function isHarmed({ verdict, policy }: CaseReport): boolean {
  return policy === 'changed' || (policy === undefined && verdict !== 'passed');
}

function verdictOf(cases: readonly KillResult[], collateral: readonly string[]): MutantResult['verdict'] {
  if (cases.length === 0 || cases.some(({ state }) => state === 'unjudged')) return 'inconclusive';
  return cases.every(({ state }) => state === 'killed') && collateral.length === 0 ? 'killed' : 'survived';
}
