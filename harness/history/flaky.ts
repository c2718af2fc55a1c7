import type { HistoryEntry, KeptHeading } from './entry.ts';

/** Headings under which a case was judged at all. */
const JUDGED: readonly KeptHeading[] = ['passed', 'failed', 'baselined'];

/** Ids of cases that came to different results in these runs, which must be of one subject and the same digests. */
export function flakyCases(runs: readonly HistoryEntry[]): readonly string[] {
  const seen = new Map<string, Set<KeptHeading>>();
  for (const { cases } of runs) {
    for (const [id, heading] of Object.entries(cases).filter((each) => JUDGED.includes(each[1])))
      seen.set(id, (seen.get(id) ?? new Set()).add(heading === 'baselined' ? 'failed' : heading));
  }
  return [...seen].filter(([, headings]) => headings.size > 1).map(([id]) => id);
}
