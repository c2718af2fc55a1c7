import type { KillMatrix, KillRow } from '../../kill-matrix.ts';

/** One suite of a kill matrix: a row for each clause, a column for each mutant. */
export interface SuiteKills {
  readonly suite: string;
  readonly faults: readonly KillRow[];
  readonly clauses: readonly string[];
  readonly cells: readonly KillCell[];
}

/** What a mutant did to the cases of a clause. */
export interface KillCell {
  /** Place of the mutant in `faults`, and of the clause in `clauses`. */
  readonly fault: number;
  readonly clause: number;
  readonly isKilled: boolean;
}

/** Where a case stands that this run does not know. */
export const ELSEWHERE = 'not in this run';

/** The matrix of each suite, in the order in which suites come. */
export function killsBySuite({ cases, faults }: KillMatrix, clauseOf: (id: string) => string | undefined) {
  const clauseAt = cases.map((id) => clauseOf(id) || ELSEWHERE);
  const suites = [...new Set(faults.map(({ suite }) => suite))];
  return suites.map((suite) =>
    suiteKills(
      suite,
      faults.filter((each) => each.suite === suite),
      clauseAt,
    ),
  );
}

/** The mutants that a case died of. */
export function killersOf({ cases, faults }: KillMatrix, id: string): readonly KillRow[] {
  const place = cases.indexOf(id);
  return place < 0 ? [] : faults.filter(({ killed }) => killed.includes(place));
}

function suiteKills(suite: string, faults: readonly KillRow[], clauseAt: readonly string[]): SuiteKills {
  const clausesOf = (places: readonly number[]) =>
    new Set(places.map((place) => clauseAt[place] ?? ELSEWHERE));
  const clauses = [
    ...new Set(faults.flatMap(({ killed, alive }) => [...clausesOf([...killed, ...alive])])),
  ].sort(byClause);
  const cells = faults.flatMap((row, fault) => {
    const alive = clausesOf(row.alive);
    return [...clausesOf([...row.killed, ...row.alive])].map((clause) => ({
      ...{ fault, clause: clauses.indexOf(clause), isKilled: !alive.has(clause) },
    }));
  });
  return { suite, faults, clauses, cells };
}

/** `A.4` before `A.10`. */
function byClause(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
