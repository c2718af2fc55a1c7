import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { EnumType } from '../../catalogue/sql-type.ts';
import type { Role } from '../../sql/facts.ts';
import { type Expr, SPREAD_KEY } from '../expr.ts';
import { followed } from '../follow.ts';
import type { Program } from '../program.ts';
import { plain } from '../text.ts';
import type { Link } from './chain.ts';
import { columnType, type Named, tableNamed } from './tables.ts';

/** A value that a chain gives to a column, or holds against one. */
export interface Given {
  readonly enum: EnumType;
  readonly role: Role;
  readonly value: Expr;
}

const WRITES = /^(?:set|update\w*|values?|insert\w*|create\w*|upsert\w*|save|attrs|assign|data|defaults)$/i;
const PAIRS =
  /^(?:set|update\w*|value|attrs|assign|n?eq|ne|not|is|in|notin|(?:and|or)?where\w*|having|filter|match|contains|gte?|lte?|or|and)$/i;
const OPERATOR = /^\s*(?:=|==|!=|<>|[<>]=?|(?:not\s+)?in|is(?:\s+not)?|n?eq|neq|ne)\s*$/i;
/** Keys of a record that hold conditions or values instead of being columns. */
const INNER =
  /^(?:where|data|create|update|set|and|or|not|is|isnot|some|every|none|upsert|values|equals|in|notin|connectorcreate|has|hassome|push|defaults)$/i;

/** Records that lead to each other by more names than this are not followed. */
const MAX_NAMES = 5;

/** What one call of a chain gives to the columns of `tables`. */
export function givenBy(
  program: Program,
  catalogue: Catalogue,
  tables: readonly Named[],
  { name, args }: Link,
): readonly Given[] {
  const role = WRITES.test(name) ? 'written' : 'compared';
  return [
    ...pairOf(tables, name, args, role),
    ...args.flatMap((arg) => recordsIn({ program, catalogue, names: 0 }, tables, arg, role)),
  ];
}

/** `.eq('st', 'new')`, `.where('st', '=', 'new')`, `.Set("st", "new")` */
function pairOf(tables: readonly Named[], name: string, args: readonly Expr[], role: Role): readonly Given[] {
  const [key, second, third] = args;
  if (!PAIRS.test(name) || !key || !second) return [];
  const type = columnType(tables, textOf(key) ?? '');
  const value = third && OPERATOR.test(textOf(second) ?? '') ? third : second;
  return type ? [{ enum: type, role, value }] : [];
}

/** Where records are looked for, and by how many names the way has led. */
interface Search {
  readonly program: Program;
  readonly catalogue: Catalogue;
  readonly names: number;
}

/** `{ st: 'new' }` at any depth that the words of builders lead to; a key that names a table leads to that table. */
function recordsIn(search: Search, tables: readonly Named[], expr: Expr, role: Role): readonly Given[] {
  const next = (each: Expr) => recordsIn(search, tables, each, role);
  if (expr.kind === 'list') return expr.items.flatMap(next);
  if (expr.kind === 'call') return expr.args.flatMap(next);
  if (expr.kind === 'choice') return expr.options.flatMap(next);
  if (expr.kind === 'spread' || expr.kind === 'maybe') return next(expr.of);
  if (expr.kind === 'name' || expr.kind === 'element') return behind(search, tables, expr, role);
  if (expr.kind !== 'record') return [];
  return expr.entries.flatMap(({ key, value }): readonly Given[] => {
    const inner = /^(?:data|create|update|set|values)$/i.test(key)
      ? 'written'
      : /^where$/i.test(key)
        ? 'compared'
        : role;
    if (INNER.test(key) || key === SPREAD_KEY) return recordsIn(search, tables, value, inner);
    const type = columnType(tables, key);
    if (type) return operands(value).map((each) => ({ enum: type, role, value: each }));
    const other = tableNamed(search.catalogue, key);
    return other ? recordsIn(search, [other], value, role) : [];
  });
}

/** The records and lists that a variable holds. */
function behind(search: Search, tables: readonly Named[], expr: Expr, role: Role): readonly Given[] {
  const { program, names } = search;
  if (names >= MAX_NAMES) return [];
  return followed(program, expr)
    .filter(({ kind }) => kind === 'record' || kind === 'list')
    .flatMap((each) => recordsIn({ ...search, names: names + 1 }, tables, each, role));
}

/** `{ st: { in: ['new'] } }` holds each of its operands against the column. */
function operands(value: Expr): readonly Expr[] {
  if (value.kind !== 'record') return [value];
  const inner = value.entries.filter(({ key }) => INNER.test(key) || /^(?:\$|Op\.|\[Op\.)/.test(key));
  return inner.length > 0 ? inner.flatMap((each) => operands(each.value)) : [value];
}

function textOf(expr: Expr): string | undefined {
  if (expr.kind === 'text') return plain(expr.runs.map((run) => ({ kind: 'run', run })));
  if (expr.kind === 'join' && expr.parts.every(({ kind }) => kind === 'text'))
    return expr.parts.map(textOf).join('');
  return undefined;
}
