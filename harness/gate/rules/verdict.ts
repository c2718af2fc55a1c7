import type { Report, RunVerdict } from '../../report/report.ts';
import { broken, held, type Rule } from '../rule.ts';

export const verdict: Rule = {
  id: 'verdict',
  says: 'The verdict of the run is the one that follows from its cases.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const due = worstIn(report);
    const exits = report.interrupted ? 130 : { passed: 0, failed: 1, errored: 2, inconclusive: 2 }[due];
    if (report.verdict === due && report.exitCode === exits) return held(`${due}, exit ${exits}`);
    return broken(
      `it says ${report.verdict}, exit ${report.exitCode}, and its cases say ${due}, exit ${exits}`,
      'get the report as the run left it, or run again',
    );
  },
};

function worstIn({ cases, faults }: Report): RunVerdict {
  const found = new Set<string>([
    ...faults.map((each) => each.verdict),
    ...cases.filter(({ baseline }) => !baseline).map((each) => each.verdict),
  ]);
  return (['failed', 'errored', 'inconclusive'] as const).find((each) => found.has(each)) ?? 'passed';
}
