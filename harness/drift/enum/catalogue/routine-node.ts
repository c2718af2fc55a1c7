import type { CreateFunctionStmt, CreateTrigStmt, Node } from 'libpg-query';
import { cast } from '../sql/coercion.ts';
import type { Facts } from '../sql/facts.ts';
import { below, columnsOf, EMPTY_SCOPE, type Scope } from '../sql/scope.ts';
import { readStatement } from '../sql/statement.ts';
import { lookUp, typeNamed } from './catalogue.ts';

/** Reads what a routine or trigger says outside of a quoted body: defaults of parameters, WHEN, BEGIN ATOMIC. */
export function readRoutineNode(facts: Facts, node: Node): void {
  if ('CreateTrigStmt' in node) readTrigger(facts, node.CreateTrigStmt);
  if ('CreateFunctionStmt' in node) readFunction(facts, node.CreateFunctionStmt);
}

function readTrigger(facts: Facts, { relation, whenClause }: CreateTrigStmt): void {
  const parts = relation?.schemaname
    ? [relation.schemaname, relation.relname ?? '']
    : [relation?.relname ?? ''];
  const table = lookUp(facts.catalogue.relations, parts);
  const columns = table && columnsOf(table);
  const rows = ['new', 'old'].map((alias) => ({ alias, columns }));
  facts.readers.expression(facts, below(EMPTY_SCOPE, rows), whenClause);
}

function readFunction(facts: Facts, { parameters, sql_body }: CreateFunctionStmt): void {
  const columns = (parameters ?? []).flatMap((node) => {
    if (!('FunctionParameter' in node)) return [];
    const { name, argType, defexpr } = node.FunctionParameter;
    const type = typeNamed(facts.catalogue, argType);
    if (defexpr) cast(facts, facts.readers.expression(facts, EMPTY_SCOPE, defexpr), type, 0);
    return name ? [{ name, typed: { type, leaves: [], at: 0 } }] : [];
  });
  readAtomic(facts, below(EMPTY_SCOPE, [{ alias: '', columns }]), sql_body);
}

function readAtomic(facts: Facts, scope: Scope, node: Node | undefined): void {
  if (!node) return;
  if ('List' in node) for (const item of node.List.items ?? []) readAtomic(facts, scope, item);
  else if ('ReturnStmt' in node) facts.readers.expression(facts, scope, node.ReturnStmt.returnval);
  else readStatement(facts, node, scope);
}
