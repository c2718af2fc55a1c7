import type { Change } from './changed.ts';

/** How much of a tree was judged, when that is not all of it. */
export interface DriftScope {
  /** The git revision from which the judged files differ. */
  readonly since: string;
  /** Those of the tree's code that were judged, by their paths. */
  readonly files: readonly string[];
  /** How much code the tree has. */
  readonly ofFiles: number;
}

/** Which of the code a change touches; nothing where all of it is judged. */
export function scopeOf(
  change: Change | undefined,
  code: readonly { readonly path: string }[],
): { readonly scope?: DriftScope } {
  if (!change) return {};
  const files = code.map(({ path }) => path).filter((path) => change.files.has(path));
  return { scope: { since: change.since, files, ofFiles: code.length } };
}

/** The same in a few words, as they stand before a verdict. */
export function scopeWords({ since, files, ofFiles }: DriftScope): string {
  return `${files.length} of ${ofFiles} files (--changed ${since})`;
}
