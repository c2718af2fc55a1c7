import type { RunOptions } from '../config/run-options.ts';
import { inShard } from '../config/shard.ts';
import type { SuiteName } from '../config/suites.ts';
import type { Family, Revision, RuntimeId } from '../corpus/entry.ts';
import { UsageError } from '../support/errors.ts';

/** A case that will run: its id is stable across runs, revisions and subjects. */
export interface PlannedCase {
  readonly id: string;
  readonly suite: SuiteName;
  readonly title: string;
  readonly clause: string;
  readonly family?: Family;
  readonly runtime?: RuntimeId;
  /** Corpus cases: the entry that is replayed. */
  readonly entryId?: string;
}

/** A case that does not apply to this subject, and why; it is counted and shown, never passed. */
export interface Exclusion {
  readonly id: string;
  readonly suite: SuiteName;
  readonly reason: string;
}

/** Everything that one run will execute, decided before anything is sent. */
export interface Plan {
  readonly cases: readonly PlannedCase[];
  readonly excluded: readonly Exclusion[];
}

/** What discovery knows of the subject: enough to say which cases apply. */
export interface Scene {
  readonly revision: Revision;
  readonly subjectName: string;
  /** Whether requests to a platform can be judged. */
  readonly hasPlatform: boolean;
  /** Whether requests straight to a runtime say something about this subject. */
  readonly standsForRuntimes: boolean;
}

/** Narrows a plan to `-g`, `--last-failed` and `--shard`, in this order. */
export function selectCases(plan: Plan, options: RunOptions, lastFailed?: ReadonlySet<string>): Plan {
  const wanted = ({ id, title }: { id: string; title?: string }) =>
    (options.grep?.test(id) || (title !== undefined && options.grep?.test(title)) || !options.grep) &&
    (!lastFailed || lastFailed.has(id));
  return {
    cases: inShard(plan.cases.filter(wanted), options.shard),
    excluded: inShard(plan.excluded.filter(wanted), options.shard),
  };
}

/** Keeps the cases with the given ids, in plan order. Throws `UsageError` when one of them is not planned. */
export function onlyCases(plan: Plan, ids: ReadonlySet<string>): Plan {
  const known = new Set([...plan.cases, ...plan.excluded].map(({ id }) => id));
  const unknown = [...ids].filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new UsageError({
      code: 'UNKNOWN_CASE',
      message: `No such case: ${unknown.join(', ')}.`,
      fix: 'List the cases with: npx assay run --list',
    });
  }
  return { cases: plan.cases.filter(({ id }) => ids.has(id)), excluded: [] };
}
