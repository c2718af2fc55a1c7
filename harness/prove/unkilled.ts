import type { MutantResult } from '../faults/judge.ts';
import type { Report } from '../report/report.ts';

/** The gated cases of a green run that no mutant killed: nothing shows that they can fail. */
export function unkilledCases(baseline: Report, results: readonly MutantResult[]): readonly string[] {
  const killed = new Set(
    results.flatMap(({ cases }) => cases.filter(({ state }) => state === 'killed').map(({ id }) => id)),
  );
  return gatedGreen(baseline).filter((id) => !killed.has(id));
}

/** Ids of the cases that passed and gate; policy cases do neither. */
export function gatedGreen(report: Report): readonly string[] {
  const gated = report.cases.filter(({ verdict, policy }) => verdict === 'passed' && policy === undefined);
  return gated.map(({ id }) => id);
}
