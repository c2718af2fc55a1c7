import type { A_Expr, Node } from 'libpg-query';
import { stringsOf } from '../catalogue/catalogue.ts';
import { TEXT } from '../catalogue/sql-type.ts';
import { compare, elementOf, nameOf, other, settled } from './coercion.ts';
import { type Facts, readAll } from './facts.ts';
import type { Scope } from './scope.ts';
import type { Typed } from './typed.ts';

const COMPARISONS = new Set(['=', '<>', '!=', '<', '>', '<=', '>=']);
const TEXT_RESULTS = new Set(['||', '->>', '#>>']);
const PATTERNS = new Set(['~', '~*', '!~', '!~*', '~~', '~~*', '!~~', '!~~*']);

/** Reads an operator expression of any of PostgreSQL's kinds. */
export function operation(facts: Facts, scope: Scope, node: A_Expr): Typed {
  const at = facts.offsetAt(node.location);
  const operator = stringsOf(node.name).at(-1) ?? '';
  switch (node.kind) {
    case 'AEXPR_IN':
      return isIn(facts, scope, node, operator, at);
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      return anyOf(facts, scope, node, operator, at);
    case 'AEXPR_NULLIF':
      return nullIf(facts, scope, node, at);
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return between(facts, scope, node, at);
    default:
      return binary(facts, scope, node, operator, at);
  }
}

function isIn(facts: Facts, scope: Scope, node: A_Expr, operator: string, at: number): Typed {
  for (const item of itemsOf(node.rexpr)) compareNodes(facts, scope, node.lexpr, item, operator);
  return other(at);
}

function anyOf(facts: Facts, scope: Scope, node: A_Expr, operator: string, at: number): Typed {
  const left = facts.readers.expression(facts, scope, node.lexpr);
  const right = facts.readers.expression(facts, scope, node.rexpr);
  if (left.type.kind === 'enum' && right.type.kind === 'unknown') {
    compare(facts, { ...left, type: { ...left.type, array: true } }, right, operator);
  } else {
    compare(facts, left, elementOf(right), operator);
  }
  return other(at);
}

function nullIf(facts: Facts, scope: Scope, node: A_Expr, at: number): Typed {
  const left = facts.readers.expression(facts, scope, node.lexpr);
  const right = facts.readers.expression(facts, scope, node.rexpr);
  compare(facts, left, right, '=');
  const [taken] = right.leaves;
  const leaves = taken?.kind === 'literal' ? without(left.leaves, taken.value) : left.leaves;
  return { ...settled(left), leaves, at };
}

function without(leaves: Typed['leaves'], value: string): Typed['leaves'] {
  return leaves
    .filter((leaf) => leaf.kind === 'parameter' || leaf.value !== value)
    .map((leaf) => (leaf.kind === 'parameter' ? { ...leaf, except: value } : leaf));
}

function between(facts: Facts, scope: Scope, node: A_Expr, at: number): Typed {
  for (const bound of itemsOf(node.rexpr)) compareNodes(facts, scope, node.lexpr, bound, '>=');
  return other(at);
}

function binary(facts: Facts, scope: Scope, node: A_Expr, operator: string, at: number): Typed {
  if (COMPARISONS.has(operator)) {
    compareNodes(facts, scope, node.lexpr, node.rexpr, operator);
    return other(at);
  }
  const sides = readAll(facts, scope, [node.lexpr, node.rexpr]);
  if (PATTERNS.has(operator)) refusePattern(facts, sides, operator, at);
  return TEXT_RESULTS.has(operator) ? { type: TEXT, leaves: [], at } : other(at);
}

function refusePattern(facts: Facts, sides: readonly Typed[], operator: string, at: number): void {
  const type = sides[0]?.type;
  if (type?.kind !== 'enum' || type.soft) return;
  facts.faults.push({
    enum: type.of,
    message: `operator does not exist: ${nameOf(type)} ${operator} unknown`,
    start: at,
  });
}

/** Compares two expressions; rows are compared place by place. */
export function compareNodes(
  facts: Facts,
  scope: Scope,
  left: Node | undefined,
  right: Node | undefined,
  operator: string,
): void {
  if (left && right && 'RowExpr' in left && 'RowExpr' in right) {
    const others = right.RowExpr.args ?? [];
    for (const [index, item] of (left.RowExpr.args ?? []).entries()) {
      compareNodes(facts, scope, item, others[index], operator);
    }
    return;
  }
  const typed = facts.readers.expression(facts, scope, left);
  compare(facts, typed, facts.readers.expression(facts, scope, right), operator);
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node && 'List' in node ? (node.List.items ?? []) : [];
}
