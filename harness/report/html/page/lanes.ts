import type { CaseRow } from './page.ts';

/** A case at its time, in a lane that is free then. */
export interface Laid {
  readonly row: CaseRow;
  readonly at: number;
  readonly ms: number;
  readonly lane: number;
}

/** Puts cases into lanes so that none covers another, in the order of their beginnings; beyond `most` lanes the last is shared. */
export function layOut(rows: readonly CaseRow[], most: number): readonly Laid[] {
  const timed = rows.flatMap((row) => (row.at === undefined ? [] : [{ row, at: row.at, ms: row.ms ?? 0 }]));
  const ends: number[] = [];
  return timed
    .toSorted((a, b) => a.at - b.at)
    .map(({ row, at, ms }) => {
      const free = ends.findIndex((end) => end <= at);
      const lane = free >= 0 ? free : Math.min(ends.length, most - 1);
      ends[lane] = Math.max(ends[lane] ?? 0, at + ms);
      return { row, at, ms, lane };
    });
}
