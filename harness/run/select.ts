import type { RunOptions } from '../config/run-options.ts';
import { inShard } from '../config/shard.ts';
import type { Plan } from '../suites/plan.ts';
import { ASSAY } from '../support/command.ts';
import { UsageError } from '../support/errors.ts';

/** Narrows a plan to `-g`, `--last-failed`, `--within` and `--shard`, in this order. */
export function selectCases(plan: Plan, options: RunOptions, lastFailed?: ReadonlySet<string>): Plan {
  const wanted = ({ id, title }: { id: string; title?: string }) =>
    (options.grep?.test(id) || (title !== undefined && options.grep?.test(title)) || !options.grep) &&
    (!lastFailed || lastFailed.has(id)) &&
    (options.within?.test(id) ?? true);
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
      fix: `List the cases with: ${ASSAY} run --list`,
    });
  }
  return { cases: plan.cases.filter(({ id }) => ids.has(id)), excluded: [] };
}
