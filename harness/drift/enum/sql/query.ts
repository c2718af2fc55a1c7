import type { Node, ResTarget, SelectStmt, WithClause } from 'libpg-query';
import { stringsOf } from '../catalogue/catalogue.ts';
import { settled, unify } from './coercion.ts';
import { type Facts, readAll } from './facts.ts';
import { fromEntries } from './from.ts';
import { below, type OutputColumn, renamed, type Scope, starColumns } from './scope.ts';
import type { Typed } from './typed.ts';

/** The columns of anything that stands where a query may: SELECT, VALUES, or a statement with RETURNING. */
export function queryOutput(facts: Facts, scope: Scope, node: Node | undefined): readonly OutputColumn[] {
  if (!node) return [];
  return 'SelectStmt' in node
    ? selectOutput(facts, scope, node.SelectStmt)
    : facts.readers.statement(facts, scope, node);
}

/** Reads a SELECT; literals at its top keep the type `unknown`, since only INSERT … SELECT may still decide it. */
export function selectOutput(facts: Facts, outer: Scope, select: SelectStmt): readonly OutputColumn[] {
  const scope = withCtes(facts, outer, select.withClause);
  if (select.larg && select.rarg) return setOperation(facts, scope, select, select.larg, select.rarg);
  if (select.valuesLists) return valuesOutput(facts, scope, select.valuesLists);
  const from = below(scope, fromEntries(facts, scope, select.fromClause ?? []));
  const output = targetsOutput(facts, from, select.targetList ?? []);
  const sorted: Scope = { ...from, parent: below(scope, [{ alias: '', columns: output }]) };
  facts.readers.expression(facts, from, select.whereClause);
  readAll(facts, sorted, [
    ...(select.groupClause ?? []),
    select.havingClause,
    ...(select.windowClause ?? []),
    ...(select.sortClause ?? []),
    ...(select.distinctClause ?? []).filter((node) => Object.keys(node).length > 0),
  ]);
  return select.distinctClause ? output.map(settledColumn) : output;
}

function setOperation(
  facts: Facts,
  scope: Scope,
  select: SelectStmt,
  left: SelectStmt,
  right: SelectStmt,
): readonly OutputColumn[] {
  const first = selectOutput(facts, scope, left);
  const second = selectOutput(facts, scope, right);
  readAll(facts, below(scope, [{ alias: '', columns: first }]), select.sortClause ?? []);
  return first.map(({ name, typed }, index) => {
    const partner = second[index]?.typed;
    return { name, typed: partner ? unify(facts, [typed, partner], typed.at) : typed };
  });
}

function valuesOutput(facts: Facts, scope: Scope, rows: readonly Node[]): readonly OutputColumn[] {
  const read = rows.map((row) => readAll(facts, scope, 'List' in row ? (row.List.items ?? []) : []));
  return (read[0] ?? []).map((first, index) => ({
    name: `column${index + 1}`,
    typed: read.length === 1 ? first : unify(facts, columnAt(read, index), first.at),
  }));
}

function columnAt(rows: readonly (readonly Typed[])[], index: number): readonly Typed[] {
  return rows.flatMap((row) => row[index] ?? []);
}

/** The output columns of a target or RETURNING list; `*` becomes the columns behind it. */
export function targetsOutput(facts: Facts, scope: Scope, targets: readonly Node[]): readonly OutputColumn[] {
  return targets.flatMap((node) => ('ResTarget' in node ? targetOutput(facts, scope, node.ResTarget) : []));
}

function targetOutput(facts: Facts, scope: Scope, target: ResTarget): readonly OutputColumn[] {
  const value = target.val;
  const fields = value && 'ColumnRef' in value ? (value.ColumnRef.fields ?? []) : [];
  if (fields.some((field) => 'A_Star' in field)) return starColumns(scope, stringsOf(fields).at(-1));
  const typed = facts.readers.expression(facts, scope, value);
  return [{ name: target.name ?? stringsOf(fields).at(-1) ?? impliedName(value), typed }];
}

function impliedName(value: Node | undefined): string {
  if (value && 'FuncCall' in value) return stringsOf(value.FuncCall.funcname).at(-1) ?? '';
  if (value && 'TypeCast' in value) return impliedCastName(value.TypeCast.arg);
  if (value && 'CaseExpr' in value) return 'case';
  if (value && 'CoalesceExpr' in value) return 'coalesce';
  return '?column?';
}

function impliedCastName(arg: Node | undefined): string {
  return arg && 'ColumnRef' in arg ? (stringsOf(arg.ColumnRef.fields).at(-1) ?? '') : impliedName(arg);
}

function settledColumn({ name, typed }: OutputColumn): OutputColumn {
  return { name, typed: settled(typed) };
}

/** A scope in which the CTEs of a WITH clause are known, each seeing those before it. */
export function withCtes(facts: Facts, outer: Scope, clause: WithClause | undefined): Scope {
  if (!clause) return outer;
  const ctes = new Map<string, readonly OutputColumn[]>();
  const scope: Scope = { entries: [], ctes, parent: outer };
  for (const node of clause.ctes ?? []) {
    if (!('CommonTableExpr' in node)) continue;
    const { ctename, ctequery, aliascolnames } = node.CommonTableExpr;
    const seed = clause.recursive ? recursiveSeed(ctequery) : undefined;
    const names = stringsOf(aliascolnames);
    if (seed && ctename) ctes.set(ctename, renamed(selectOutput(facts, scope, seed), names));
    const output = queryOutput(facts, scope, ctequery);
    if (ctename) ctes.set(ctename, renamed(output, names).map(settledColumn));
  }
  return scope;
}

function recursiveSeed(query: Node | undefined): SelectStmt | undefined {
  return query && 'SelectStmt' in query ? query.SelectStmt.larg : undefined;
}
