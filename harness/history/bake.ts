import { type HistoryEntry, isOfSame } from './entry.ts';

/** How often something was green since its last red, and on how many business days (Monday to Friday, UTC). */
export interface Bake {
  readonly runs: number;
  readonly businessDays: number;
}

/** Counts whole green runs of the same digests since the last run of them that was anything else; each run counts once. */
export function bakeOf(runs: readonly HistoryEntry[], of: Pick<HistoryEntry, 'underTest' | 'subject'>): Bake {
  const same = [...new Map(runs.map((each) => [each.runId, each])).values()]
    .filter((each) => isOfSame(each, of))
    .toSorted((a, b) => Date.parse(a.endedAt) - Date.parse(b.endedAt));
  const sinceRed = same.slice(same.findLastIndex(({ verdict }) => verdict !== 'passed') + 1);
  const green = sinceRed.filter(({ whole }) => whole);
  const days = new Set(green.map(({ endedAt }) => endedAt.slice(0, 10)).filter(isBusinessDay));
  return { runs: green.length, businessDays: days.size };
}

function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6;
}
