import type { Catalogue } from '../../catalogue/catalogue.ts';
import { lookUp } from '../../catalogue/catalogue.ts';
import type { Expr } from '../expr.ts';
import { flatItems, listsBehind } from '../follow.ts';
import type { Program } from '../program.ts';
import { valuesOf } from '../values.ts';
import type { Link } from './chain.ts';
import type { Given } from './given.ts';

/**
 * Rows that a COPY takes from code: `CopyFrom(ctx, pgx.Identifier{"job"}, []string{"st"}, pgx.CopyFromRows(…))`, and
 * `pq.CopyIn("job", "st")`, whose rows come later, so that nobody knows them.
 */
export function copiedBy(program: Program, catalogue: Catalogue, { name, args }: Link): readonly Given[] {
  const [context, table, columns, rows] = args;
  if (name === 'CopyFrom' && context && table && columns && rows)
    return copied(catalogue, namesIn(program, table), namesIn(program, columns), rowsIn(program, rows), rows);
  const [first, ...rest] = args;
  if (name !== 'CopyIn' || !first) return [];
  return copied(
    catalogue,
    namesIn(program, first),
    rest.flatMap((each) => namesIn(program, each)),
    [],
    first,
  );
}

function copied(
  catalogue: Catalogue,
  table: readonly string[],
  columns: readonly string[],
  rows: readonly (readonly Expr[])[],
  place: Expr,
): readonly Given[] {
  const relation = lookUp(catalogue.relations, table);
  const { file, start, end } = place;
  const unknown: Expr = { file, start, end, kind: 'opaque' };
  return columns.flatMap((column, at) => {
    const type = relation?.columns.get(column);
    if (type?.kind !== 'enum') return [];
    const values = rows.length > 0 ? rows.map((row) => row[at] ?? unknown) : [unknown];
    return values.map((value) => ({ enum: type.of, role: 'written' as const, value }));
  });
}

function namesIn(program: Program, expr: Expr): readonly string[] {
  return valuesOf(program, expr).values.map(({ value }) => value);
}

function rowsIn(program: Program, rows: Expr): readonly (readonly Expr[])[] {
  const given = rows.kind === 'call' && rows.callee.endsWith('CopyFromRows') ? rows.args[0] : undefined;
  const lists = given ? listsBehind(program, given) : [];
  return lists.flatMap((list) =>
    flatItems(program, list.items).map((row) => listsBehind(program, row)[0]?.items ?? []),
  );
}
