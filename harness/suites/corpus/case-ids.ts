import type { Entry, RuntimeId } from '../../corpus/entry.ts';

/** The id of an entry's case at one runtime. */
export function caseId(entry: Entry, runtime: RuntimeId): string {
  return `corpus/${entry.id}@${runtime}`;
}

/** The ids of an entry's cases, one for each of its runtimes, such as `corpus/v03-text@strict`. */
export function caseIds(entry: Entry): readonly string[] {
  return entry.runtimes.map((runtime) => caseId(entry, runtime));
}
