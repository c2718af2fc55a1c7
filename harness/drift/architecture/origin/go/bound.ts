import type { SyntaxNode } from '../../../support/syntax.ts';
import type { Bound, GoWorld, NamedType } from './go-type.ts';
import type { Declared } from './package.ts';

/** Where a type is declared. */
export function declarationOf(world: GoWorld, { folder, name, local }: NamedType): Declared | undefined {
  return local ?? world.packageIn(folder).types.get(name);
}

/** A type parameter and what it has to be. */
interface TypeParameter {
  readonly name: string;
  readonly constraint: SyntaxNode | null;
}

/** The type parameters that a type or function declares, in order. */
export function typeParameters(declaration: SyntaxNode): readonly TypeParameter[] {
  const list = declaration.field('type_parameters')?.children() ?? [];
  return list.flatMap((each) =>
    each.fieldChildren('name').map((name) => ({ name: name.text(), constraint: each.field('type') })),
  );
}

/** The names that a method gives the type parameters of its receiver: `T` in `func (p *Pool[T]) Get() T`. */
export function receiverParameters(method: SyntaxNode): readonly string[] {
  const generic = method.field('receiver')?.find({ rule: { kind: 'generic_type' } });
  const list = generic?.field('type_arguments')?.children() ?? [];
  return list.filter((each) => each.isNamed()).map((each) => each.text());
}

/** What the type parameters of a declaration stand for in a type that it makes. */
export function ownBound(declaration: SyntaxNode, { given }: NamedType): Bound | undefined {
  if (!given) return undefined;
  return boundTo(
    typeParameters(declaration).map(({ name }) => name),
    given,
  );
}

/** What a method's own names for the type parameters of its receiver stand for. */
export function receiverBound(method: SyntaxNode, { given }: NamedType): Bound | undefined {
  return given && boundTo(receiverParameters(method), given);
}

function boundTo(names: readonly string[], given: NonNullable<NamedType['given']>): Bound | undefined {
  return names.length === 0 ? undefined : new Map(names.map((name, index) => [name, given[index]]));
}
