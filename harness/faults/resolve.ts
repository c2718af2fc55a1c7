import type { Entry, Outcome, Revision } from '../corpus/entry.ts';
import { HarnessError } from '../support/errors.ts';
import type { Kill, ServiceMutant } from './fault.ts';

/** One case that a mutant must kill, with the finding that it must die of. */
export interface ExpectedKill {
  readonly caseId: string;
  readonly clause: string;
  readonly reason: RegExp;
  readonly outcome?: Outcome;
}

/**
 * Spells out a mutant's kills as case ids, those that the revision has when one is given. Throws when a name or predicate matches no
 * case of the corpus: such a kill would prove nothing.
 */
export function resolveKills(
  mutant: ServiceMutant,
  entries: readonly Entry[],
  revision?: Revision,
): readonly ExpectedKill[] {
  const applying = new Set(
    entries.filter(({ revisions }) => !revision || revisions.includes(revision)).flatMap(caseIdsOf),
  );
  const clauses = new Map(entries.flatMap((entry) => caseIdsOf(entry).map((id) => [id, entry.clause])));
  return mutant.kills.flatMap(({ cases, clause, reason, outcome }) => {
    const matched =
      typeof cases === 'function'
        ? byPredicate(cases, entries, revision ?? LATEST)
        : byName(mutant, cases, entries);
    if (matched.length === 0) throw matchesNothing(mutant, 'a predicate');
    const ids = matched.filter((id) => applying.has(id));
    return ids.map((caseId) => ({
      ...{ caseId, reason, clause: clause ?? clauses.get(caseId) ?? '' },
      ...(outcome && { outcome }),
    }));
  });
}

const LATEST: Revision = 'R3';

function caseIdsOf({ id, runtimes }: Entry): readonly string[] {
  return runtimes.map((runtime) => `corpus/${id}@${runtime}`);
}

function byPredicate(
  matches: Exclude<Kill['cases'], readonly string[]>,
  entries: readonly Entry[],
  revision: Revision,
): readonly string[] {
  return entries.flatMap((entry) =>
    entry.runtimes
      .filter((runtime) => matches(entry, runtime, revision))
      .map((runtime) => `corpus/${entry.id}@${runtime}`),
  );
}

function byName(
  mutant: ServiceMutant,
  names: readonly string[],
  entries: readonly Entry[],
): readonly string[] {
  return names.flatMap((name) => {
    const [id, only] = name.split('@');
    const entry = entries.find((candidate) => candidate.id === id);
    const runtimes = entry?.runtimes.filter((runtime) => only === undefined || runtime === only) ?? [];
    if (runtimes.length === 0) throw matchesNothing(mutant, name);
    return runtimes.map((runtime) => `corpus/${id}@${runtime}`);
  });
}

function matchesNothing(mutant: ServiceMutant, name: string): HarnessError {
  return new HarnessError({
    code: 'KILL_MATCHES_NOTHING',
    message: `Mutant ${mutant.id} names ${name}, and no case of the corpus matches it.`,
    fix: 'Correct the list of kills in harness/mutants/catalogue/.',
  });
}
