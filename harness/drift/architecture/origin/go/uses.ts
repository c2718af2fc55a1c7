import type { SourceFile } from '../../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../../support/syntax.ts';
import { nodesAmong } from '../../patterns/kinds.ts';
import type { FunctionType, GoWorld } from './go-type.ts';

const NAMING = new Set([
  'function_declaration',
  'method_declaration',
  'method_elem',
  'field_declaration',
  'keyed_element',
]);

/** Every place of a Go file that names a function that `isWanted` accepts: the whole call where it is called there. */
export function goUses(
  world: GoWorld,
  file: SourceFile,
  name: string,
  isWanted: (called: FunctionType) => boolean,
): readonly SyntaxNode[] {
  const named = nodesAmong(file, world.tree.syntax(file), ['field_identifier', 'identifier'], `^${name}$`);
  const uses = named.flatMap((node) => {
    if (node.kind() === 'identifier') return isDeclared(node) ? [] : [node];
    const parent = node.parent();
    return parent?.kind() === 'selector_expression' ? [parent] : [];
  });
  return uses.filter((node) => means(world, file, node, isWanted)).map(wholeCall);
}

/** Every call of such a function, also by a local name that its value was given. */
export function goCalls(
  world: GoWorld,
  file: SourceFile,
  name: string,
  isWanted: (called: FunctionType) => boolean,
): readonly SyntaxNode[] {
  const uses = goUses(world, file, name, isWanted);
  const calls = uses.filter(isCall);
  if (calls.length === uses.length) return calls;
  const others = nodesAmong(file, world.tree.syntax(file), ['call_expression']).filter((call) => {
    const callee = call.field('function');
    return callee?.kind() === 'identifier' && means(world, file, callee, isWanted);
  });
  return [...calls, ...others.filter((call) => !calls.some((each) => each.id() === call.id()))];
}

/** Every call of a member of that name of something whose type nobody can tell. */
export function goUnresolved(world: GoWorld, file: SourceFile, name: string): readonly SyntaxNode[] {
  const named = nodesAmong(file, world.tree.syntax(file), ['field_identifier'], `^${name}$`);
  const selectors = named.flatMap((node) => {
    const parent = node.parent();
    const operand = parent?.field('operand');
    return parent && operand && world.typeOf(file, operand) === undefined ? [parent] : [];
  });
  return selectors.map(wholeCall).filter(isCall);
}

function means(
  world: GoWorld,
  file: SourceFile,
  node: SyntaxNode,
  isWanted: (called: FunctionType) => boolean,
): boolean {
  const type = world.typeOf(file, node);
  return type?.kind === 'function' && isWanted(type);
}

/** The name in a declaration or in a key of a literal is no use. */
function isDeclared(node: SyntaxNode): boolean {
  const parent = node.parent();
  if (!parent) return false;
  const isName = parent.fieldChildren('name').some((each) => each.id() === node.id());
  return (
    isName ||
    (parent.kind() === 'literal_element' &&
      parent.parent()?.child(0)?.id() === parent.id() &&
      NAMING.has(String(parent.parent()?.kind())))
  );
}

function isCall(node: SyntaxNode): boolean {
  return node.kind() === 'call_expression';
}

function wholeCall(callee: SyntaxNode): SyntaxNode {
  let inner = callee;
  let outer = callee.parent();
  while (outer?.kind() === 'parenthesized_expression') {
    inner = outer;
    outer = outer.parent();
  }
  const called = outer?.kind() === 'call_expression' ? outer.field('function') : null;
  return outer &&
    called &&
    spanOf(called).start === spanOf(inner).start &&
    spanOf(called).end === spanOf(inner).end
    ? outer
    : callee;
}
