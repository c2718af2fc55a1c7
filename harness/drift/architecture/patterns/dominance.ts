import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { contains, isCalledHere, isFunction } from './functions.ts';

/** Children by which a construct runs its parts only sometimes, later, or not in order. */
const CONDITIONAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  if_statement: ['consequence', 'alternative'],
  ternary_expression: ['consequence', 'alternative'],
  for_statement: ['body', 'update'],
  for_in_statement: ['body'],
  while_statement: ['body'],
  catch_clause: ['body'],
  binary_expression: ['right'],
  boolean_operator: ['right'],
};

const CONDITIONAL_KINDS = new Set([
  'expression_case',
  'default_case',
  'type_case',
  'communication_case',
  'switch_case',
  'switch_default',
  'case_clause',
  'elif_clause',
  'else_clause',
  'except_clause',
  'except_group_clause',
  'catch_clause',
  'go_statement',
  'defer_statement',
]);

/** True when `earlier` has run whenever `later` runs: it stands before it, and nothing between makes it optional. */
export function alwaysBefore(earlier: SyntaxNode, later: SyntaxNode): boolean {
  if (spanOf(earlier).end > spanOf(later).start) return false;
  let inner = earlier;
  for (const outer of earlier.ancestors()) {
    if (isOptional(outer, inner)) return false;
    if (contains(outer, later)) return true;
    inner = outer;
  }
  return false;
}

function isOptional(outer: SyntaxNode, inner: SyntaxNode): boolean {
  const kind = String(outer.kind());
  if (CONDITIONAL_KINDS.has(String(inner.kind()))) return true;
  if (isFunction(outer)) return !isCalledHere(outer);
  if (kind === 'binary_expression' && !/^(?:&&|\|\||\?\?)$/.test(outer.field('operator')?.text() ?? '')) {
    return false;
  }
  if (kind === 'for_statement' && isElseOfLoop(outer, inner)) return true;
  return (CONDITIONAL_FIELDS[kind] ?? []).some((field) =>
    outer.fieldChildren(field).some((child) => contains(child, inner)),
  );
}

function isElseOfLoop(loop: SyntaxNode, inner: SyntaxNode): boolean {
  const otherwise = loop.field('alternative');
  return otherwise !== null && contains(otherwise, inner);
}
