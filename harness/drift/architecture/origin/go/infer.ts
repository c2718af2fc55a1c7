import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { typeParameters } from './bound.ts';
import { held, stepOver } from './contents.ts';
import type { Bound, FunctionType, GoType, GoWorld } from './go-type.ts';
import { resultType } from './result.ts';

type Shown = readonly [name: string, type: GoType];

/** What the type parameters of a function stand for in a call: as the call says, else as its arguments show. */
export function inferred(
  world: GoWorld,
  { node, bound }: FunctionType,
  file: SourceFile,
  given: readonly SyntaxNode[],
): { readonly bound?: Bound } {
  const names = typeParameters(node).map(({ name }) => name);
  if (names.length === 0) return {};
  const types = given.map((each) => argumentType(world, file, each));
  const [only] = types;
  const handed = types.length === 1 && only?.kind === 'tuple' ? only.types : types;
  const all = parameterTypes(node).flatMap((each, index) => shown(world, each, handed[index]));
  const typeOf = (name: string) => bound?.get(name) ?? all.find(([each]) => each === name)?.[1];
  return { bound: new Map([...(bound ?? []), ...names.map((name) => [name, typeOf(name)] as const)]) };
}

/** In `f(xs...)` each of the xs is an argument. */
function argumentType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const inner =
    node.kind() === 'variadic_argument' ? node.children().find((each) => each.isNamed()) : undefined;
  return inner ? held(world, world.typeOf(file, inner)) : world.typeOf(file, node);
}

/** One type for each name. */
function parameterTypes(node: SyntaxNode): readonly SyntaxNode[] {
  return (node.field('parameters')?.children() ?? []).flatMap((each) => {
    const type = each.field('type');
    return type ? Array.from({ length: Math.max(1, each.fieldChildren('name').length) }, () => type) : [];
  });
}

/** Lays the type of a parameter over that of an argument: what each name in it would then stand for. */
function shown(world: GoWorld, pattern: SyntaxNode | null, type: GoType | undefined): readonly Shown[] {
  if (!pattern || !type) return [];
  switch (String(pattern.kind())) {
    case 'type_identifier':
      return [[pattern.text(), type]];
    case 'pointer_type':
    case 'parenthesized_type':
    case 'type_elem':
      return shown(world, pattern.children().find((each) => each.isNamed()) ?? null, type);
    case 'slice_type':
    case 'array_type':
      return shown(world, pattern.field('element'), held(world, type));
    case 'channel_type':
      return shown(world, pattern.field('value'), held(world, type));
    case 'map_type':
      return [
        ...shown(world, pattern.field('key'), stepOver(world, type, 0)),
        ...shown(world, pattern.field('value'), held(world, type)),
      ];
    case 'function_type':
      return type.kind === 'function' ? shownByResults(world, pattern, type) : [];
    case 'generic_type':
      return shownByArguments(world, pattern, type);
    default:
      return [];
  }
}

function shownByResults(world: GoWorld, pattern: SyntaxNode, given: FunctionType): readonly Shown[] {
  const result = pattern.field('result');
  const type = resultType(world, given);
  if (result?.kind() !== 'parameter_list') return shown(world, result, type);
  const types = type?.kind === 'tuple' ? type.types : [type];
  const wanted = result.children().flatMap((each) => each.field('type') ?? []);
  return wanted.flatMap((each, index) => shown(world, each, types[index]));
}

function shownByArguments(world: GoWorld, pattern: SyntaxNode, type: GoType): readonly Shown[] {
  const list = pattern.field('type_arguments')?.children() ?? [];
  const wanted = list.filter((each) => each.isNamed());
  if (type.kind === 'outside') return shown(world, wanted.at(-1) ?? null, type.argument);
  const given = type.kind === 'named' ? (type.given ?? []) : [];
  return wanted.flatMap((each, index) => shown(world, each, given[index]));
}
