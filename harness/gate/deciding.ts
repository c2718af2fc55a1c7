import { digestsUnderTest } from '../history/entry.ts';
import type { Report } from '../report/report.ts';
import { groupBy } from '../support/group.ts';
import type { RunEvidence } from './evidence/evidence.ts';

/**
 * Of each thing that was judged the run that decides: the newest that claims to be green, for then a later red has
 * something to revoke, else the newest.
 */
export function decidingRuns(runs: readonly RunEvidence[]): readonly RunEvidence[] {
  return [...groupBy(runs, ({ report }) => whatWasJudged(report)).values()].flatMap((same) => {
    const newestFirst = same.toSorted((a, b) => Date.parse(b.report.endedAt) - Date.parse(a.report.endedAt));
    const deciding = newestFirst.find(({ report }) => report.verdict === 'passed') ?? newestFirst[0];
    return deciding ? [deciding] : [];
  });
}

function whatWasJudged(report: Report): string {
  return [report.subject.name, ...digestsUnderTest(report)].join(' ');
}
