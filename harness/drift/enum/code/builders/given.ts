import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { EnumType } from '../../catalogue/sql-type.ts';
import type { Role } from '../../sql/facts.ts';
import { type Expr, SPREAD_KEY } from '../expr.ts';
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

/** What one call of a chain gives to the columns of `tables`. */
export function givenBy(
  catalogue: Catalogue,
  tables: readonly Named[],
  { name, args }: Link,
): readonly Given[] {
  const role = WRITES.test(name) ? 'written' : 'compared';
  return [
    ...pairOf(tables, name, args, role),
    ...args.flatMap((arg) => recordsIn(catalogue, tables, arg, role)),
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

/** `{ st: 'new' }` at any depth that the words of builders lead to; a key that names a table leads to that table. */
function recordsIn(catalogue: Catalogue, tables: readonly Named[], expr: Expr, role: Role): readonly Given[] {
  const next = (each: Expr) => recordsIn(catalogue, tables, each, role);
  if (expr.kind === 'list') return expr.items.flatMap(next);
  if (expr.kind === 'call') return expr.args.flatMap(next);
  if (expr.kind === 'choice') return expr.options.flatMap(next);
  if (expr.kind === 'spread' || expr.kind === 'maybe') return next(expr.of);
  if (expr.kind !== 'record') return [];
  return expr.entries.flatMap(({ key, value }): readonly Given[] => {
    const inner = /^(?:data|create|update|set|values)$/i.test(key)
      ? 'written'
      : /^where$/i.test(key)
        ? 'compared'
        : role;
    if (INNER.test(key) || key === SPREAD_KEY) return recordsIn(catalogue, tables, value, inner);
    const type = columnType(tables, key);
    if (type) return operands(value).map((each) => ({ enum: type, role, value: each }));
    const other = tableNamed(catalogue, key);
    return other ? recordsIn(catalogue, [other], value, role) : [];
  });
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
