import type { DeleteStmt, InsertStmt, MergeStmt, Node, OnConflictClause, UpdateStmt } from 'libpg-query';
import { OTHER, type SqlType } from '../catalogue/sql-type.ts';
import { assign } from './coercion.ts';
import { type Facts, readAll } from './facts.ts';
import { fromEntries, rangeEntry } from './from.ts';
import { queryOutput, selectOutput, targetsOutput, withCtes } from './query.ts';
import { below, EMPTY_SCOPE, type OutputColumn, type Scope, type ScopeEntry } from './scope.ts';
import type { Typed } from './typed.ts';

/** Reads one statement of code for every value that meets an enum. */
export function readStatement(facts: Facts, node: Node, scope: Scope = EMPTY_SCOPE): void {
  const wrapped = wrappedQuery(node);
  if (wrapped) readStatement(facts, wrapped, scope);
  else if ('SelectStmt' in node) selectOutput(facts, scope, node.SelectStmt);
  else statementOutput(facts, scope, node);
}

function wrappedQuery(node: Node): Node | undefined {
  if ('ExplainStmt' in node) return node.ExplainStmt.query;
  if ('PrepareStmt' in node) return node.PrepareStmt.query;
  if ('DeclareCursorStmt' in node) return node.DeclareCursorStmt.query;
  if ('CopyStmt' in node) return node.CopyStmt.query;
  if ('CreateTableAsStmt' in node) return node.CreateTableAsStmt.query;
  if ('ViewStmt' in node) return node.ViewStmt.query;
  return undefined;
}

/** Reads a writing statement and answers its RETURNING columns; other statements say nothing about enums. */
export function statementOutput(facts: Facts, scope: Scope, node: Node): readonly OutputColumn[] {
  if ('InsertStmt' in node) return insert(facts, scope, node.InsertStmt);
  if ('UpdateStmt' in node) return update(facts, scope, node.UpdateStmt);
  if ('DeleteStmt' in node) return remove(facts, scope, node.DeleteStmt);
  if ('MergeStmt' in node) return merge(facts, scope, node.MergeStmt);
  return [];
}

function insert(facts: Facts, outer: Scope, node: InsertStmt): readonly OutputColumn[] {
  const scope = withCtes(facts, outer, node.withClause);
  const target = node.relation && rangeEntry(facts, scope, node.relation);
  const types =
    (node.cols ? named(target, node.cols) : target?.columns?.map(({ typed }) => typed.type)) ?? [];
  const source = node.selectStmt;
  if (source && 'SelectStmt' in source && source.SelectStmt.valuesLists) {
    const own = withCtes(facts, scope, source.SelectStmt.withClause);
    for (const row of source.SelectStmt.valuesLists) assignRow(facts, own, row, types);
  } else {
    for (const [index, { typed }] of queryOutput(facts, scope, source).entries()) {
      assign(facts, typed, types[index] ?? OTHER);
    }
  }
  const entries = target ? [target, { alias: 'excluded', columns: target.columns }] : [];
  if (node.onConflictClause) onConflict(facts, below(scope, entries), target, node.onConflictClause);
  return targetsOutput(facts, below(scope, target ? [target] : []), node.returningClause?.exprs ?? []);
}

function named(target: ScopeEntry | undefined, columns: readonly Node[]): readonly SqlType[] {
  return columns.map((node) => columnType(target, 'ResTarget' in node ? node.ResTarget.name : undefined));
}

function columnType(target: ScopeEntry | undefined, name: string | undefined): SqlType {
  return target?.columns?.find((column) => column.name === name)?.typed.type ?? OTHER;
}

function assignRow(facts: Facts, scope: Scope, row: Node, types: readonly SqlType[]): void {
  const items = 'List' in row ? (row.List.items ?? []) : [];
  for (const [index, item] of items.entries()) {
    assign(facts, facts.readers.expression(facts, scope, item), types[index] ?? OTHER);
  }
}

function onConflict(
  facts: Facts,
  scope: Scope,
  target: ScopeEntry | undefined,
  clause: OnConflictClause,
): void {
  setColumns(facts, scope, target, clause.targetList ?? []);
  readAll(facts, scope, [clause.whereClause, clause.infer?.whereClause]);
}

function update(facts: Facts, outer: Scope, node: UpdateStmt): readonly OutputColumn[] {
  const scope = withCtes(facts, outer, node.withClause);
  const target = node.relation && rangeEntry(facts, scope, node.relation);
  const entries = target ? [target] : [];
  const all = below(scope, [...entries, ...fromEntries(facts, below(scope, entries), node.fromClause ?? [])]);
  setColumns(facts, all, target, node.targetList ?? []);
  facts.readers.expression(facts, all, node.whereClause);
  return targetsOutput(facts, all, node.returningClause?.exprs ?? []);
}

function setColumns(
  facts: Facts,
  scope: Scope,
  target: ScopeEntry | undefined,
  targets: readonly Node[],
): void {
  for (const node of targets) {
    if (!('ResTarget' in node)) continue;
    const { name, val } = node.ResTarget;
    const type = columnType(target, name);
    for (const typed of assignedValues(facts, scope, val)) assign(facts, typed, type);
  }
}

/** The value of one SET item; `(a, b) = (x, y)` and `(a, b) = (SELECT …)` are taken apart by position. */
function assignedValues(facts: Facts, scope: Scope, value: Node | undefined): readonly Typed[] {
  if (!value || !('MultiAssignRef' in value)) return [facts.readers.expression(facts, scope, value)];
  const { source, colno } = value.MultiAssignRef;
  const index = (colno ?? 1) - 1;
  if (source && 'RowExpr' in source)
    return [facts.readers.expression(facts, scope, source.RowExpr.args?.[index])];
  if (source && 'SubLink' in source) {
    const output = queryOutput(facts, scope, source.SubLink.subselect)[index];
    return output ? [output.typed] : [];
  }
  return [];
}

function remove(facts: Facts, outer: Scope, node: DeleteStmt): readonly OutputColumn[] {
  const scope = withCtes(facts, outer, node.withClause);
  const target = node.relation ? [rangeEntry(facts, scope, node.relation)] : [];
  const all = below(scope, [...target, ...fromEntries(facts, below(scope, target), node.usingClause ?? [])]);
  facts.readers.expression(facts, all, node.whereClause);
  return targetsOutput(facts, all, node.returningClause?.exprs ?? []);
}

function merge(facts: Facts, outer: Scope, node: MergeStmt): readonly OutputColumn[] {
  const scope = withCtes(facts, outer, node.withClause);
  const target = node.relation && rangeEntry(facts, scope, node.relation);
  const source = node.sourceRelation ? fromEntries(facts, scope, [node.sourceRelation]) : [];
  const all = below(scope, target ? [target, ...source] : source);
  facts.readers.expression(facts, all, node.joinCondition);
  for (const clause of node.mergeWhenClauses ?? []) {
    if (!('MergeWhenClause' in clause)) continue;
    const { condition, commandType, targetList, values } = clause.MergeWhenClause;
    facts.readers.expression(facts, all, condition);
    if (commandType === 'CMD_UPDATE') setColumns(facts, all, target, targetList ?? []);
    else if (commandType === 'CMD_INSERT') mergeInsert(facts, all, target, targetList, values ?? []);
  }
  return targetsOutput(facts, all, node.returningClause?.exprs ?? []);
}

function mergeInsert(
  facts: Facts,
  scope: Scope,
  target: ScopeEntry | undefined,
  columns: readonly Node[] | undefined,
  values: readonly Node[],
): void {
  const types = columns ? named(target, columns) : (target?.columns ?? []).map(({ typed }) => typed.type);
  assignRow(facts, scope, { List: { items: [...values] } }, types);
}
