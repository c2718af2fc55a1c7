import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { folderOf } from '../../tree/tree.ts';
import { receiverParameters, typeParameters } from './bound.ts';
import { specsOf, statementsOf } from './declaring.ts';
import { type GoType, type GoWorld, OUTSIDE } from './go-type.ts';
import type { Declared } from './package.ts';

/** What a type's name stands for at its place, where a function or a declaration around it says so. */
export function typeInScope(
  world: GoWorld,
  file: SourceFile,
  node: SyntaxNode,
  name: string,
): GoType | undefined {
  let inner = node;
  for (const outer of node.ancestors()) {
    const type = localType(world, file, outer, inner, name) ?? parameterType(world, file, outer, name);
    if (type) return type;
    inner = outer;
  }
  return undefined;
}

/** A type that a function declares for itself, from its declaration on. */
function localType(
  world: GoWorld,
  file: SourceFile,
  list: SyntaxNode,
  inner: SyntaxNode,
  name: string,
): GoType | undefined {
  if (list.kind() !== 'statement_list') return undefined;
  const { place, declaring } = statementsOf(file, list);
  const here = place.get(inner.id()) ?? 0;
  const nearest = declaring.findLast(
    ({ at, node, names }) => at <= here && node.kind() === 'type_declaration' && names.includes(name),
  );
  const spec = nearest && specsOf(nearest.node).find((each) => each.field('name')?.text() === name);
  if (!spec) return undefined;
  const meant = spec.kind() === 'type_alias' ? spec.field('type') : null;
  if (meant) return world.written(file, meant);
  return { kind: 'named', folder: folderOf(file.path), name, local: { file, node: spec } };
}

/** What a type parameter is bound to: `[P provisioner.Backend]` makes a P whatever that says. */
function parameterType(
  world: GoWorld,
  file: SourceFile,
  declaration: SyntaxNode,
  name: string,
): GoType | undefined {
  const own = typeParameters(declaration).find((each) => each.name === name);
  if (own) return (own.constraint && world.written(file, own.constraint)) ?? OUTSIDE;
  if (declaration.kind() !== 'method_declaration') return undefined;
  const index = receiverParameters(declaration).indexOf(name);
  if (index < 0) return undefined;
  const receiver = receiverType(world, file, declaration);
  const constraint = receiver && typeParameters(receiver.node)[index]?.constraint;
  return (constraint && world.written(receiver.file, constraint)) ?? OUTSIDE;
}

function receiverType(world: GoWorld, file: SourceFile, method: SyntaxNode): Declared | undefined {
  const generic = method.field('receiver')?.find({ rule: { kind: 'generic_type' } });
  return world.packageIn(folderOf(file.path)).types.get(generic?.field('type')?.text() ?? '');
}
