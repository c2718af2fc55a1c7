import type { FunctionType, GoType, GoWorld } from './go-type.ts';

/** What a function gives, with what its type parameters stand for. */
export function resultType(world: GoWorld, { file, node, bound }: FunctionType): GoType | undefined {
  const result = node.field('result');
  if (!result) return undefined;
  if (result.kind() !== 'parameter_list') return world.written(file, result, bound);
  const types = result.children().flatMap((each) => {
    const type = each.field('type');
    const names = Math.max(1, each.fieldChildren('name').length);
    return type ? Array.from({ length: names }, () => world.written(file, type, bound)) : [];
  });
  return types.length === 1 ? types[0] : { kind: 'tuple', types };
}
