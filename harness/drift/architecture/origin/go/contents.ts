import { declarationOf, ownBound } from './bound.ts';
import type { FunctionType, GoType, GoWorld, NamedType } from './go-type.ts';

/** What a loop over a value hands out, as its first or second name. */
export function stepOver(world: GoWorld, type: GoType | undefined, index: number): GoType | undefined {
  if (type?.kind === 'outside') return type.argument ?? type;
  if (type?.kind === 'named') return stepOver(world, underlying(world, type), index);
  if (type?.kind === 'function') return yielded(world, type, index);
  if (type?.kind !== 'written') return undefined;
  const { file, node, bound } = type;
  if (node.kind() === 'channel_type') return index === 0 ? held(world, type) : undefined;
  if (node.kind() === 'map_type') {
    const step = node.field(index === 0 ? 'key' : 'value');
    return step ? world.written(file, step, bound) : undefined;
  }
  return index === 1 ? held(world, type) : undefined;
}

/** `func(yield func(T) bool)` hands out Ts. */
function yielded(world: GoWorld, { file, node, bound }: FunctionType, index: number) {
  const yields = node
    .field('parameters')
    ?.children()
    .find((each) => each.field('type') !== null);
  const inner = yields
    ?.field('type')
    ?.field('parameters')
    ?.children()
    .filter((each) => each.isNamed());
  const type = inner?.[index]?.field('type');
  return type ? world.written(file, type, bound) : undefined;
}

/** What a map, slice, array, channel or variadic parameter holds. */
export function held(world: GoWorld, type: GoType | undefined): GoType | undefined {
  if (type?.kind === 'outside') return type.argument ?? type;
  if (type?.kind === 'named') return held(world, underlying(world, type));
  if (type?.kind !== 'written') return undefined;
  const { file, node, bound } = type;
  const element =
    node.field('element') ??
    (node.kind() === 'variadic_parameter_declaration' ? node.field('type') : null) ??
    node.field('value');
  return element ? world.written(file, element, bound) : undefined;
}

/** What a declared type is made of. */
export function underlying(world: GoWorld, named: NamedType): GoType | undefined {
  const declared = declarationOf(world, named);
  const type = declared?.node.field('type');
  return declared && type ? world.written(declared.file, type, ownBound(declared.node, named)) : undefined;
}
