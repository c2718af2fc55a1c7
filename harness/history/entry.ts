import type { Heading, Report, RunVerdict } from '../report/report.ts';

/** Where a case stood; a failure that its baseline expects stands apart. */
export type KeptHeading = Heading | 'baselined';

/** What history keeps of a run: enough to tell a trend, a flake, a first red and a case that is gone. */
export interface HistoryEntry {
  readonly formatVersion: 1;
  readonly runId: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly subject: string;
  readonly revision: string;
  /** Digests of what was judged, sorted. */
  readonly underTest: readonly string[];
  readonly verdict: RunVerdict;
  readonly whole: boolean;
  /** By the id of each case. */
  readonly cases: Readonly<Record<string, KeptHeading>>;
}

/** What is kept of a run. */
export function entryOf(report: Report): HistoryEntry {
  const { runId, startedAt, endedAt, subject, revision, verdict, whole, cases } = report;
  return {
    formatVersion: 1,
    ...{ runId, startedAt, endedAt, subject: subject.name, revision },
    underTest: digestsUnderTest(report),
    ...{ verdict, whole },
    cases: Object.fromEntries(
      cases.map(({ id, verdict: own, baseline }) => [id, baseline ? 'baselined' : own]),
    ),
  };
}

/** Digests of what a run has judged, sorted; none of a subject that runs elsewhere. */
export function digestsUnderTest({
  underTest = [],
  digests,
}: Pick<Report, 'underTest' | 'digests'>): readonly string[] {
  return underTest.flatMap((name) => digests[name] ?? []).toSorted();
}

/** Whether both judged the same thing: the same digests, or where nothing has one the same subject. */
export function isOfSame(
  a: Pick<HistoryEntry, 'underTest' | 'subject'>,
  b: Pick<HistoryEntry, 'underTest' | 'subject'>,
): boolean {
  return a.subject === b.subject && a.underTest.join() === b.underTest.join();
}
