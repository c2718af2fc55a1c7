import { suiteOf } from '../support/case.ts';
import { groupBy } from '../support/group.ts';
import type { HistoryEntry, KeptHeading } from './entry.ts';
import { flakyCases } from './flaky.ts';

/** How a suite went: passed cases run by run, flaky cases, and the last run in which one of it failed. */
export interface SuiteTrend {
  readonly suite: string;
  readonly passed: readonly number[];
  readonly flaky: number;
  readonly lastRed?: string;
}

/** How a case stood, run by run. */
export interface CaseTrend {
  readonly headings: readonly {
    readonly runId: string;
    readonly endedAt: string;
    readonly heading: KeptHeading | 'absent';
  }[];
  /** The run that began the latest row of failures. */
  readonly firstBad?: string;
  /** Of all repeats on the same digests, the share that came out otherwise than the one before. */
  readonly flakyRate: number;
}

/** Trends of all suites, over runs that are oldest first. */
export function suiteTrends(runs: readonly HistoryEntry[]): readonly SuiteTrend[] {
  const suites = new Set(runs.flatMap(({ cases }) => Object.keys(cases).map(suiteOf)));
  const flaky = [...byDigests(runs).values()].flatMap(flakyCases);
  return [...suites].sort().map((suite) => {
    const own = ({ cases }: HistoryEntry) => Object.entries(cases).filter(([id]) => suiteOf(id) === suite);
    const red = runs.findLast((run) => own(run).some(([, heading]) => heading === 'failed'));
    return {
      suite,
      passed: runs.map((run) => own(run).filter(([, heading]) => heading === 'passed').length),
      flaky: new Set(flaky.filter((id) => suiteOf(id) === suite)).size,
      ...(red && { lastRed: red.runId }),
    };
  });
}

/** The trend of one case, over runs that are oldest first. */
export function caseTrend(runs: readonly HistoryEntry[], id: string): CaseTrend {
  const headings = runs.map(({ runId, endedAt, cases }) => ({
    runId,
    endedAt,
    heading: cases[id] ?? ('absent' as const),
  }));
  const lastGood = headings.findLastIndex(({ heading }) => heading === 'passed');
  const bad = headings.slice(lastGood + 1).find(({ heading }) => heading === 'failed');
  return { headings, ...(bad && { firstBad: bad.runId }), flakyRate: flakyRate(runs, id) };
}

function flakyRate(runs: readonly HistoryEntry[], id: string): number {
  const rows = [...byDigests(runs).values()].map((same) =>
    same.map(({ cases }) => cases[id]).filter((heading) => heading === 'passed' || heading === 'failed'),
  );
  const repeats = rows.reduce((sum, row) => sum + Math.max(0, row.length - 1), 0);
  const turns = rows.reduce(
    (sum, row) => sum + row.filter((heading, index) => index > 0 && heading !== row[index - 1]).length,
    0,
  );
  return repeats === 0 ? 0 : turns / repeats;
}

function byDigests(runs: readonly HistoryEntry[]): Map<string, HistoryEntry[]> {
  return groupBy(runs, ({ subject, underTest }) => [subject, ...underTest].join(' '));
}
