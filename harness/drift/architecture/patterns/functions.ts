import { type SyntaxNode, spanOf } from '../../support/syntax.ts';

const FUNCTIONS = new Set([
  'function_declaration',
  'method_declaration',
  'func_literal',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
  'function_definition',
  'lambda',
]);

const HOLDERS = [
  'short_var_declaration',
  'var_spec',
  'variable_declarator',
  'pair',
  'assignment',
  'keyed_element',
];

/**
 * The functions around a node, innermost first, ending in the file itself. A function literal that is called on
 * the spot (`go func() { … }()`) is part of the function around it.
 */
export function enclosingFunctions(node: SyntaxNode): readonly SyntaxNode[] {
  const around = node.ancestors();
  return around.filter(
    (each, index) => index === around.length - 1 || (isFunction(each) && !isCalledHere(each)),
  );
}

/** True for every node that is a function of its own. */
export function isFunction(node: SyntaxNode): boolean {
  return FUNCTIONS.has(String(node.kind()));
}

/** True when a function literal is what a call calls. */
export function isCalledHere(literal: SyntaxNode): boolean {
  let inner = literal;
  let outer = literal.parent();
  while (outer?.kind() === 'parenthesized_expression') {
    inner = outer;
    outer = outer.parent();
  }
  const callee = outer?.field('function');
  return callee !== null && callee !== undefined && sameSpan(callee, inner);
}

/** The name that a reader would give the function: its own, that of what it is assigned to, or the one around it. */
export function functionName(chain: readonly SyntaxNode[]): string {
  for (const each of chain) {
    if (!isFunction(each)) break;
    const name = each.field('name')?.text() ?? heldBy(each);
    if (name !== undefined) return name;
  }
  return '(top level)';
}

/** The name together with the type or class that the function is a method of, when it is one. */
export function ownerName(chain: readonly SyntaxNode[]): string | undefined {
  const named = chain.find((each) => isFunction(each) && each.field('name') !== null);
  if (!named) return undefined;
  const receiver = named
    .field('receiver')
    ?.text()
    .match(/(\w+)(?:\[[^\]]*\])?\s*\)$/)?.[1];
  if (receiver !== undefined) return receiver;
  const owner = named
    .ancestors()
    .find((each) => /^class(?:_declaration|_definition|)$/.test(String(each.kind())));
  return owner?.field('name')?.text();
}

function heldBy(literal: SyntaxNode): string | undefined {
  const holder = literal
    .ancestors()
    .find(
      (each) => !/^(?:expression_list|parenthesized_expression|literal_element)$/.test(String(each.kind())),
    );
  if (!holder || !HOLDERS.includes(String(holder.kind()))) return undefined;
  const name = holder.field('name') ?? holder.field('left') ?? holder.field('key') ?? holder.child(0);
  return name?.text();
}

/** True when both nodes are the same stretch of text. */
export function sameSpan(a: SyntaxNode, b: SyntaxNode): boolean {
  const [left, right] = [spanOf(a), spanOf(b)];
  return left.start === right.start && left.end === right.end;
}

/** True when `outer` holds `inner` within its text. */
export function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  const [out, within] = [spanOf(outer), spanOf(inner)];
  return out.start <= within.start && within.end <= out.end;
}
