import type { A_Const, CaseExpr, Node, SubLink, TypeCast } from 'libpg-query';
import { stringsOf, typeNamed } from '../catalogue/catalogue.ts';
import { OTHER, UNKNOWN } from '../catalogue/sql-type.ts';
import { arrayOf, cast, compare, nothing, other, settled, unify } from './coercion.ts';
import { type Facts, readAll } from './facts.ts';
import { functionResult } from './functions.ts';
import { operation } from './operator.ts';
import { resolveColumn, type Scope } from './scope.ts';
import type { Typed } from './typed.ts';

/** Reads one expression: records every literal that meets an enum on the way and answers the expression's type. */
export function expression(facts: Facts, scope: Scope, node: Node | undefined): Typed {
  if (!node) return nothing;
  if ('A_Const' in node) return constant(node.A_Const, facts.offsetAt(node.A_Const.location));
  if ('ColumnRef' in node) return column(facts, scope, node.ColumnRef);
  if ('ParamRef' in node) return parameter(facts, node.ParamRef);
  if ('TypeCast' in node) return typeCast(facts, scope, node.TypeCast);
  if ('A_Expr' in node) return operation(facts, scope, node.A_Expr);
  if ('CaseExpr' in node) return caseOf(facts, scope, node.CaseExpr);
  if ('CoalesceExpr' in node) return common(facts, scope, node.CoalesceExpr);
  if ('MinMaxExpr' in node) return common(facts, scope, node.MinMaxExpr);
  if ('SubLink' in node) return subLink(facts, scope, node.SubLink);
  if ('A_ArrayExpr' in node) return arrayLiteral(facts, scope, node.A_ArrayExpr);
  if ('CollateClause' in node) return expression(facts, scope, node.CollateClause.arg);
  if ('A_Indirection' in node) return indirection(facts, scope, node.A_Indirection.arg);
  if ('FuncCall' in node) {
    const { args, agg_filter, agg_order, agg_within_group, over, location } = node.FuncCall;
    const typed = (args ?? []).map((arg) => expression(facts, scope, arg));
    const ordered = readAll(facts, scope, [agg_filter, ...(agg_order ?? []), over && { WindowDef: over }]);
    const effective = agg_within_group ? ordered : typed;
    return functionResult(facts, node.FuncCall, effective, facts.offsetAt(location));
  }
  return inside(facts, scope, node);
}

function constant(value: A_Const, at: number): Typed {
  if (value.sval)
    return { type: UNKNOWN, leaves: [{ kind: 'literal', value: value.sval.sval ?? '', at }], at };
  return { type: value.isnull ? UNKNOWN : OTHER, leaves: [], at };
}

function column(facts: Facts, scope: Scope, reference: Parameters<typeof resolveColumn>[1]): Typed {
  const typed = resolveColumn(scope, reference, facts.offsetAt(reference.location));
  if (typed.type.kind === 'enum') facts.touched.add(typed.type.of);
  return typed;
}

function parameter(facts: Facts, { number, location }: { number?: number; location?: number }): Typed {
  const at = facts.offsetAt(location);
  return { type: UNKNOWN, leaves: [{ kind: 'parameter', number: number ?? 0, at }], at };
}

function typeCast(facts: Facts, scope: Scope, { arg, typeName, location }: TypeCast): Typed {
  const target = typeNamed(facts.catalogue, typeName);
  if (target.kind === 'enum') facts.touched.add(target.of);
  if (target.kind === 'enum' && target.array && arg && 'A_ArrayExpr' in arg) {
    for (const element of readAll(facts, scope, arg.A_ArrayExpr.elements ?? [])) {
      cast(facts, element, { ...target, array: false }, element.at);
    }
    return { type: target, leaves: [], at: facts.offsetAt(arg.A_ArrayExpr.location) };
  }
  const typed = expression(facts, scope, arg);
  return cast(facts, typed, target, typed.at || facts.offsetAt(location));
}

function caseOf(facts: Facts, scope: Scope, { arg, args, defresult, location }: CaseExpr): Typed {
  const subject = arg && expression(facts, scope, arg);
  const results: Typed[] = [];
  for (const branch of args ?? []) {
    if (!('CaseWhen' in branch)) continue;
    const condition = expression(facts, scope, branch.CaseWhen.expr);
    if (subject) compare(facts, subject, condition, '=');
    results.push(expression(facts, scope, branch.CaseWhen.result));
  }
  if (defresult) results.push(expression(facts, scope, defresult));
  return unify(facts, results, facts.offsetAt(location));
}

function common(facts: Facts, scope: Scope, node: { args?: Node[]; location?: number }): Typed {
  return unify(facts, readAll(facts, scope, node.args ?? []), facts.offsetAt(node.location));
}

function arrayLiteral(facts: Facts, scope: Scope, node: { elements?: Node[]; location?: number }): Typed {
  const at = facts.offsetAt(node.location);
  return arrayOf(unify(facts, readAll(facts, scope, node.elements ?? []), at), at);
}

function indirection(facts: Facts, scope: Scope, arg: Node | undefined): Typed {
  const typed = expression(facts, scope, arg);
  return 'array' in typed.type && typed.type.array
    ? { ...typed, type: { ...typed.type, array: false } }
    : other(typed.at);
}

function subLink(facts: Facts, scope: Scope, node: SubLink): Typed {
  const at = facts.offsetAt(node.location);
  const output = facts.readers.query(facts, scope, node.subselect).map((each) => settled(each.typed));
  const first = output[0];
  if (node.subLinkType === 'EXPR_SUBLINK') return first ? { ...first, at } : other(at);
  if (node.subLinkType === 'ARRAY_SUBLINK') return first ? arrayOf(first, at) : other(at);
  if (node.testexpr) compareRow(facts, scope, node, output);
  return other(at);
}

function compareRow(facts: Facts, scope: Scope, node: SubLink, output: readonly Typed[]): void {
  const test = node.testexpr;
  const operator = stringsOf(node.operName)[0] ?? '=';
  const items = test && 'RowExpr' in test ? (test.RowExpr.args ?? []) : test ? [test] : [];
  for (const [index, item] of items.entries()) {
    const right = output[index];
    const left = expression(facts, scope, item);
    if (right) compare(facts, left, { ...right, at: facts.offsetAt(node.location) }, operator);
  }
}

/** Nodes without a rule of their own (AND, IS NULL, rows, sorts) are read for what lies inside them. */
function inside(facts: Facts, scope: Scope, node: object): Typed {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const item of value) insideItem(facts, scope, item);
    else insideItem(facts, scope, value);
  }
  return nothing;
}

function insideItem(facts: Facts, scope: Scope, item: unknown): void {
  if (typeof item !== 'object' || item === null) return;
  const keys = Object.keys(item);
  if (keys.length === 1 && /^[A-Z]/.test(keys[0] ?? '')) expression(facts, scope, item as Node);
  else inside(facts, scope, item);
}
