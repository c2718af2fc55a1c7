import type { FunctionType, GoType, GoWorld, NamedType } from './go-type.ts';

/** What a loop over a value hands out, as its first or second name. */
export function stepOver(world: GoWorld, type: GoType | undefined, index: number): GoType | undefined {
  if (type?.kind === 'outside') return type.argument;
  if (type?.kind === 'named') return stepOver(world, underlying(world, type), index);
  if (type?.kind === 'function') return yielded(world, type, index);
  if (type?.kind !== 'written') return undefined;
  const { file, node } = type;
  const field = node.kind() === 'map_type' && index === 0 ? 'key' : 'value';
  if (node.kind() === 'channel_type') return index === 0 ? held(world, type) : undefined;
  if (node.kind() === 'map_type') {
    const step = node.field(field);
    return step ? world.written(file, step) : undefined;
  }
  return index === 1 ? held(world, type) : undefined;
}

/** `func(yield func(T) bool)` hands out Ts. */
function yielded(world: GoWorld, { file, node }: FunctionType, index: number) {
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
  return type ? world.written(file, type) : undefined;
}

/** What a map, slice, array, channel or variadic parameter holds. */
export function held(world: GoWorld, type: GoType | undefined): GoType | undefined {
  if (type?.kind === 'outside') return type.argument;
  if (type?.kind === 'named') return held(world, underlying(world, type));
  if (type?.kind !== 'written') return undefined;
  const { file, node } = type;
  const element =
    node.field('element') ??
    (node.kind() === 'variadic_parameter_declaration' ? node.field('type') : null) ??
    node.field('value');
  return element ? world.written(file, element) : undefined;
}

function underlying(world: GoWorld, { folder, name }: NamedType): GoType | undefined {
  const declared = world.packageIn(folder).types.get(name);
  const type = declared?.node.field('type');
  return declared && type ? world.written(declared.file, type) : undefined;
}
