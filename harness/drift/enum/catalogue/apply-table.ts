import type {
  AlterTableCmd,
  AlterTableStmt,
  ColumnDef,
  Constraint,
  CreateStmt,
  Node,
  RangeVar,
} from 'libpg-query';
import type { Place } from '../../support/finding.ts';
import { assign } from '../sql/coercion.ts';
import { type Facts, readAll } from '../sql/facts.ts';
import { below, columnsOf, EMPTY_SCOPE, type Scope } from '../sql/scope.ts';
import { keyOf, lookUp, type Relation, stringsOf, typeNamed } from './catalogue.ts';
import { type SqlType, TEXT } from './sql-type.ts';
import { listType, valueList } from './value-list.ts';

/** Follows a statement about tables, views, indexes or policies; answers false when it is none of these. */
export function applyTableStatement(facts: Facts, node: Node, at: Place): boolean {
  if ('CreateStmt' in node) createTable(facts, node.CreateStmt, at);
  else if ('AlterTableStmt' in node) alterTable(facts, node.AlterTableStmt, at);
  else if ('ViewStmt' in node)
    createFrom(facts, node.ViewStmt.view, node.ViewStmt.query, node.ViewStmt.aliases);
  else if ('CreateTableAsStmt' in node) {
    const { into, query } = node.CreateTableAsStmt;
    createFrom(facts, into?.rel, query, into?.colNames);
  } else if ('IndexStmt' in node) {
    const { relation, indexParams, whereClause } = node.IndexStmt;
    readAll(facts, tableScope(facts, relation), [...(indexParams ?? []), whereClause]);
  } else if ('CreatePolicyStmt' in node) {
    const { table, qual, with_check } = node.CreatePolicyStmt;
    readAll(facts, tableScope(facts, table), [qual, with_check]);
  } else return false;
  return true;
}

function createTable(facts: Facts, node: CreateStmt, at: Place): void {
  const name = rangeKey(node.relation);
  if (node.if_not_exists && facts.catalogue.relations.has(name)) return;
  const columns = new Map<string, SqlType>();
  const relation: Relation = { name, columns, checks: new Map() };
  facts.catalogue.relations.set(name, relation);
  for (const parent of node.inhRelations ?? [])
    if ('RangeVar' in parent) inherit(facts, relation, parent.RangeVar);
  for (const element of node.tableElts ?? []) {
    if ('ColumnDef' in element) addColumn(facts, relation, element.ColumnDef);
    if ('TableLikeClause' in element) inherit(facts, relation, element.TableLikeClause.relation);
  }
  for (const element of node.tableElts ?? []) constraintsOf(facts, relation, element, at);
}

function inherit(facts: Facts, relation: Relation, parent: RangeVar | undefined): void {
  const source = parent && lookUp(facts.catalogue.relations, rangeParts(parent));
  for (const [column, type] of source?.columns ?? []) relation.columns.set(column, type);
}

function addColumn(facts: Facts, relation: Relation, { colname, typeName }: ColumnDef): void {
  relation.columns.set(colname ?? '', typeNamed(facts.catalogue, typeName));
}

function constraintsOf(facts: Facts, relation: Relation, element: Node, at: Place): void {
  if ('Constraint' in element) readConstraint(facts, relation, undefined, element.Constraint, at);
  if (!('ColumnDef' in element)) return;
  const { colname, constraints } = element.ColumnDef;
  for (const constraint of constraints ?? []) {
    if ('Constraint' in constraint) readConstraint(facts, relation, colname, constraint.Constraint, at);
  }
}

function readConstraint(
  facts: Facts,
  relation: Relation,
  column: string | undefined,
  constraint: Constraint,
  at: Place,
): void {
  const scope = relationScope(relation);
  const typed = facts.readers.expression(facts, scope, constraint.raw_expr);
  const type = column === undefined ? undefined : relation.columns.get(column);
  if (type && (constraint.contype === 'CONSTR_DEFAULT' || constraint.contype === 'CONSTR_GENERATED')) {
    assign(facts, typed, type);
  }
  readAll(facts, scope, [constraint.where_clause]);
  if (constraint.contype === 'CONSTR_CHECK') addList(relation, constraint, at);
}

/** A column of texts whose CHECK lists its values carries these, until the constraint goes. */
function addList(relation: Relation, { conname, raw_expr }: Constraint, at: Place): void {
  const found = valueList(raw_expr);
  const type = found && relation.columns.get(found.column);
  if (!found || !type || !(type.kind === 'text' || (type.kind === 'enum' && type.of.isList)) || type.array)
    return;
  const list = listType(`${relation.name}.${found.column}`, found.values, at);
  const name = conname ?? `${relation.name.replace(/^.*\./, '')}_${found.column}_check`;
  relation.checks.set(name, { column: found.column, list });
  relation.columns.set(found.column, { kind: 'enum', of: list, array: false, soft: true });
}

function dropList(relation: Relation, name: string): void {
  const check = relation.checks.get(name);
  relation.checks.delete(name);
  const type = check && relation.columns.get(check.column);
  if (check && type?.kind === 'enum' && type.of === check.list) relation.columns.set(check.column, TEXT);
}

function alterTable(facts: Facts, node: AlterTableStmt, at: Place): void {
  const relation = node.relation && lookUp(facts.catalogue.relations, rangeParts(node.relation));
  if (!relation) return;
  for (const command of node.cmds ?? []) {
    if ('AlterTableCmd' in command) alterColumn(facts, relation, command.AlterTableCmd, at);
  }
}

function alterColumn(facts: Facts, relation: Relation, command: AlterTableCmd, at: Place): void {
  const name = command.name ?? '';
  const definition = command.def && 'ColumnDef' in command.def ? command.def.ColumnDef : undefined;
  if (command.subtype === 'AT_AddColumn' && definition) {
    if (command.missing_ok && relation.columns.has(definition.colname ?? '')) return;
    addColumn(facts, relation, definition);
    constraintsOf(facts, relation, { ColumnDef: definition }, at);
  } else if (command.subtype === 'AT_DropColumn') relation.columns.delete(name);
  else if (command.subtype === 'AT_AlterColumnType' && definition)
    changeType(facts, relation, name, definition);
  else if (command.subtype === 'AT_ColumnDefault' && command.def) {
    const typed = facts.readers.expression(facts, relationScope(relation), command.def);
    const type = relation.columns.get(name);
    if (type) assign(facts, typed, type);
  } else if (command.subtype === 'AT_AddConstraint' && command.def)
    constraintsOf(facts, relation, command.def, at);
  else if (command.subtype === 'AT_DropConstraint') dropList(relation, name);
}

function changeType(facts: Facts, relation: Relation, name: string, definition: ColumnDef): void {
  const type = typeNamed(facts.catalogue, definition.typeName);
  const conversion = facts.readers.expression(facts, relationScope(relation), definition.raw_default);
  const before = relation.columns.get(name);
  if (definition.raw_default) assign(facts, conversion, type);
  else if (type.kind === 'enum' && before && needsUsing(before, type) && !facts.catalogue.casts.has(type.of))
    facts.faults.push({
      enum: type.of,
      message: `column "${name}" cannot be cast automatically to type ${type.of.name}`,
      start: facts.offsetAt(definition.typeName?.location),
    });
  relation.columns.set(name, type);
}

/** A text or another enum becomes an enum only where USING says how. */
function needsUsing(before: SqlType, type: SqlType): boolean {
  if (before.kind === 'text') return true;
  return before.kind === 'enum' && type.kind === 'enum' && before.of !== type.of;
}

/** Views and CREATE TABLE AS: columns take the types of the query that fills them. */
function createFrom(
  facts: Facts,
  range: RangeVar | undefined,
  query: Node | undefined,
  aliases: readonly Node[] | undefined,
): void {
  const names = stringsOf(aliases && [...aliases]);
  const output = facts.readers.query(facts, EMPTY_SCOPE, query);
  const columns = output.map(({ name, typed }, index) => [names[index] ?? name, typed.type] as const);
  const name = rangeKey(range);
  facts.catalogue.relations.set(name, { name, columns: new Map(columns), checks: new Map() });
}

function tableScope(facts: Facts, range: RangeVar | undefined): Scope {
  const relation = range && lookUp(facts.catalogue.relations, rangeParts(range));
  return relation ? relationScope(relation) : EMPTY_SCOPE;
}

/** A scope in which the columns of one relation are known by their bare names. */
export function relationScope(relation: Relation): Scope {
  return below(EMPTY_SCOPE, [{ alias: relation.name, columns: columnsOf(relation) }]);
}

function rangeParts(range: RangeVar): readonly string[] {
  return range.schemaname ? [range.schemaname, range.relname ?? ''] : [range.relname ?? ''];
}

function rangeKey(range: RangeVar | undefined): string {
  return range ? keyOf(rangeParts(range)) : '';
}
