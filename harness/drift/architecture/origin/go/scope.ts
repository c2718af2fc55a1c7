import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { folderOf } from '../../tree/tree.ts';
import { stepOver } from './contents.ts';
import { parametersOf, specsOf, statementsOf } from './declaring.ts';
import type { GoType, GoWorld } from './go-type.ts';
import { valueAt } from './member.ts';
import { typeInScope } from './type-scope.ts';

const HEADED = new Set([
  'if_statement',
  'for_statement',
  'for_clause',
  'expression_switch_statement',
  'type_switch_statement',
]);

/** What a name stands for at its place: the nearest declaration around it, then the package, then its imports. */
export function nameType(world: GoWorld, file: SourceFile, identifier: SyntaxNode): GoType | undefined {
  const name = identifier.text();
  let inner = identifier;
  for (const outer of identifier.ancestors()) {
    const bound = boundIn(world, file, outer, inner, name);
    if (bound) return bound.type;
    inner = outer;
  }
  const folders = [folderOf(file.path), ...world.dotImports(file)];
  for (const folder of folders) {
    const found = world.member({ kind: 'package', folder }, name);
    if (found) return found;
  }
  return world.imported(file, name);
}

/** A name that is bound, whether or not its type is known. */
interface Bound {
  readonly type: GoType | undefined;
}

function boundIn(
  world: GoWorld,
  file: SourceFile,
  outer: SyntaxNode,
  inner: SyntaxNode,
  name: string,
): Bound | undefined {
  const kind = String(outer.kind());
  if (kind === 'statement_list' || kind === 'block') return boundBefore(world, file, outer, inner, name);
  if (/^(?:function_declaration|method_declaration|func_literal)$/.test(kind)) {
    return boundByParameters(world, file, outer, name);
  }
  if (kind === 'type_case' || kind === 'default_case')
    return boundByTypeCase(world, file, outer, inner, name);
  if (kind === 'communication_case') {
    const received = outer.field('communication');
    return received && !same(received, inner) ? boundBy(world, file, received, name) : undefined;
  }
  return HEADED.has(kind) ? boundByHead(world, file, outer, inner, name) : undefined;
}

function boundBefore(
  world: GoWorld,
  file: SourceFile,
  list: SyntaxNode,
  inner: SyntaxNode,
  name: string,
): Bound | undefined {
  const { place, declaring } = statementsOf(file, list);
  const here = place.get(inner.id()) ?? 0;
  const nearest = declaring.findLast(({ at, names }) => at < here && names.includes(name));
  return nearest && boundBy(world, file, nearest.node, name);
}

function boundByHead(
  world: GoWorld,
  file: SourceFile,
  statement: SyntaxNode,
  inner: SyntaxNode,
  name: string,
): Bound | undefined {
  const { place, declaring } = statementsOf(file, statement);
  const here = place.get(inner.id()) ?? 0;
  const head = declaring.find(({ at, names }) => at < here && names.includes(name));
  return head && boundBy(world, file, head.node, name);
}

/** What one statement declares. */
function boundBy(world: GoWorld, file: SourceFile, statement: SyntaxNode, name: string): Bound | undefined {
  switch (String(statement.kind())) {
    case 'short_var_declaration':
    case 'receive_statement': {
      const index = indexIn(statement.field('left'), name);
      return index < 0 ? undefined : { type: valueAt(world, file, statement.field('right'), index) };
    }
    case 'range_clause': {
      const index = indexIn(statement.field('left'), name);
      const over = statement.field('right');
      return index < 0 || !over ? undefined : { type: stepOver(world, world.typeOf(file, over), index) };
    }
    case 'type_declaration':
      return { type: typeInScope(world, file, specNamed(statement, name) ?? statement, name) };
    case 'const_declaration':
      return { type: undefined };
    case 'var_declaration':
      return boundByVariables(world, file, statement, name);
    default:
      return undefined;
  }
}

function boundByVariables(world: GoWorld, file: SourceFile, declaration: SyntaxNode, name: string) {
  const spec = specNamed(declaration, name);
  if (!spec) return undefined;
  const type = spec.field('type');
  if (type) return { type: world.written(file, type) };
  const index = spec.fieldChildren('name').findIndex((each) => each.text() === name);
  return { type: valueAt(world, file, spec.field('value'), index) };
}

function specNamed(declaration: SyntaxNode, name: string): SyntaxNode | undefined {
  return specsOf(declaration).find((spec) => spec.fieldChildren('name').some((each) => each.text() === name));
}

function boundByParameters(
  world: GoWorld,
  file: SourceFile,
  owner: SyntaxNode,
  name: string,
): Bound | undefined {
  const parameter = parametersOf(file, owner).get(name);
  if (!parameter) return undefined;
  const type = parameter.field('type');
  if (type && parameter.kind() === 'variadic_parameter_declaration') {
    return { type: { kind: 'written', file, node: parameter } };
  }
  return { type: type ? world.written(file, type) : undefined };
}

/** In `switch p := x.(type)` p has the type of the case that holds it, where that names one. */
function boundByTypeCase(
  world: GoWorld,
  file: SourceFile,
  branch: SyntaxNode,
  inner: SyntaxNode,
  name: string,
): Bound | undefined {
  const choice = branch.parent();
  if (indexIn(choice?.field('alias') ?? null, name) < 0) return undefined;
  const types = branch.fieldChildren('type').filter((each) => each.isNamed() && !same(each, inner));
  const [only] = types;
  if (types.length === 1 && only) return { type: world.written(file, only) };
  const value = choice?.field('value');
  return { type: value ? world.typeOf(file, value) : undefined };
}

function indexIn(left: SyntaxNode | null, name: string): number {
  if (!left) return -1;
  const names = left.kind() === 'expression_list' ? left.children().filter((each) => each.isNamed()) : [left];
  return names.findIndex((each) => each.text() === name);
}

function same(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.id() === b.id();
}
