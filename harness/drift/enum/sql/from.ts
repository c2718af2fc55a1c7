import type { JoinExpr, Node, RangeFunction, RangeSubselect, RangeVar } from 'libpg-query';
import { stringsOf } from '../catalogue/catalogue.ts';
import { settled } from './coercion.ts';
import type { Facts } from './facts.ts';
import { below, columnsNamed, type OutputColumn, renamed, type Scope, type ScopeEntry } from './scope.ts';

/** The entries of a FROM list, from left to right, so that LATERAL items see what stands before them. */
export function fromEntries(facts: Facts, outer: Scope, nodes: readonly Node[]): readonly ScopeEntry[] {
  const entries: ScopeEntry[] = [];
  for (const node of nodes) entries.push(...fromItem(facts, below(outer, [...entries]), node));
  return entries;
}

function fromItem(facts: Facts, scope: Scope, node: Node): readonly ScopeEntry[] {
  if ('RangeVar' in node) return [rangeEntry(facts, scope, node.RangeVar)];
  if ('JoinExpr' in node) return joinEntries(facts, scope, node.JoinExpr);
  if ('RangeSubselect' in node) return [subselectEntry(facts, scope, node.RangeSubselect)];
  if ('RangeFunction' in node) return [functionEntry(facts, scope, node.RangeFunction)];
  if ('RangeTableSample' in node)
    return node.RangeTableSample.relation ? fromItem(facts, scope, node.RangeTableSample.relation) : [];
  return [];
}

/** The entry of a named table, view or CTE under its alias. */
export function rangeEntry(facts: Facts, scope: Scope, range: RangeVar): ScopeEntry {
  const columns = columnsNamed(facts.catalogue, scope, range);
  const names = stringsOf(range.alias?.colnames);
  return {
    alias: range.alias?.aliasname ?? range.relname ?? '',
    columns: columns && renamed(columns, names),
  };
}

function joinEntries(facts: Facts, scope: Scope, join: JoinExpr): readonly ScopeEntry[] {
  const left = join.larg ? fromItem(facts, scope, join.larg) : [];
  const inner = { ...scope, entries: [...scope.entries, ...left] };
  const both = [...left, ...(join.rarg ? fromItem(facts, inner, join.rarg) : [])];
  facts.readers.expression(facts, below(scope, both), join.quals);
  const alias = join.alias?.aliasname;
  return alias === undefined
    ? both
    : [...both, { alias, columns: both.flatMap((entry) => entry.columns ?? []) }];
}

function subselectEntry(facts: Facts, scope: Scope, node: RangeSubselect): ScopeEntry {
  const output = facts.readers.query(facts, scope, node.subquery);
  const columns = renamed(output, stringsOf(node.alias?.colnames));
  return { alias: node.alias?.aliasname ?? '', columns: columns.map(settledColumn) };
}

function settledColumn({ name, typed }: OutputColumn): OutputColumn {
  return { name, typed: settled(typed) };
}

function functionEntry(facts: Facts, scope: Scope, node: RangeFunction): ScopeEntry {
  const calls = (node.functions ?? []).flatMap((item) => ('List' in item ? (item.List.items ?? []) : [item]));
  const typed = calls
    .filter((call) => Object.keys(call).length > 0)
    .map((call) => facts.readers.expression(facts, scope, call));
  const alias = node.alias?.aliasname ?? '';
  const names = stringsOf(node.alias?.colnames);
  const columns = typed.map((each, index) => ({ name: names[index] ?? alias, typed: each }));
  return { alias, columns };
}
