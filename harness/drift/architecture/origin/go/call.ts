import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { typeParameters } from './bound.ts';
import { underlying } from './contents.ts';
import { type FunctionType, type GoType, type GoWorld, OUTSIDE } from './go-type.ts';
import { inferred } from './infer.ts';
import { isPredeclared } from './predeclared.ts';
import { resultType } from './result.ts';
import { nameType } from './scope.ts';

/** What a call gives: the results of a function, or a value of the type that it converts to. */
export function callType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const callee = node.field('function');
  if (!callee) return undefined;
  const type = world.typeOf(file, callee);
  const given = namedIn(node.field('arguments'));
  const called = calledAs(world, type, callee);
  const madeOf = namedIn(node.field('type_arguments'));
  if (called) return callResult(world, madeFor(world, file, called, madeOf), file, given);
  if (type?.kind === 'outside') return type.argument ? type : passedBack(world, file, given, madeOf.at(-1));
  if (type === undefined && callee.kind() === 'identifier')
    return builtInResult(world, file, callee.text(), given);
  return type;
}

/** A function, also one whose type has a name: `type Maker func() *Docker`; a call by that name is a conversion. */
function calledAs(world: GoWorld, type: GoType | undefined, callee: SyntaxNode): FunctionType | undefined {
  const isConversion = type?.kind === 'named' && (callee.field('field') ?? callee).text() === type.name;
  const meant = type?.kind === 'named' && !isConversion ? underlying(world, type) : type;
  return meant?.kind === 'function' ? meant : undefined;
}

/** Who is handed things of the tree may hand them back, and nobody can tell; all else from outside is from there. */
function passedBack(
  world: GoWorld,
  file: SourceFile,
  given: readonly SyntaxNode[],
  made: SyntaxNode | undefined,
): GoType | undefined {
  const argument = made && world.written(file, made);
  if (argument) return { kind: 'outside', argument };
  return given.every((each) => world.typeOf(file, each)?.kind === 'outside' || isPlain(each))
    ? OUTSIDE
    : undefined;
}

function isPlain(argument: SyntaxNode): boolean {
  return /_literal$|^(?:true|false|nil)$/.test(String(argument.kind())) && argument.kind() !== 'func_literal';
}

/** `new(T)` and `make(T)` give Ts, `append(s, x)` is what s is. */
function builtInResult(
  world: GoWorld,
  file: SourceFile,
  name: string,
  [first]: readonly SyntaxNode[],
): GoType | undefined {
  if (!isPredeclared(name)) return undefined;
  return first && /^(?:new|make|append|min|max)$/.test(name) ? world.typeOf(file, first) : OUTSIDE;
}

/** `f[T](x)` reads like a conversion to a generic type where it has one argument. */
export function conversionType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const type = node.field('type');
  const base = type?.kind() === 'generic_type' ? type.field('type') : null;
  const called = base && functionNamed(world, file, base);
  if (!type || called?.kind !== 'function') return type ? world.written(file, type) : undefined;
  const operand = node.field('operand');
  const made = madeFor(world, file, called, namedIn(type.field('type_arguments')));
  return callResult(world, made, file, operand ? [operand] : []);
}

function functionNamed(world: GoWorld, file: SourceFile, base: SyntaxNode): GoType | undefined {
  if (base.kind() !== 'qualified_type') return nameType(world, file, base);
  return world.member(
    world.imported(file, base.field('package')?.text() ?? ''),
    base.field('name')?.text() ?? '',
  );
}

/** A generic function as it is made for type arguments. */
export function madeFor(
  world: GoWorld,
  file: SourceFile,
  called: FunctionType,
  given: readonly (SyntaxNode | null)[],
): FunctionType {
  const names = typeParameters(called.node).slice(0, given.length);
  if (names.length === 0) return called;
  const bound = names.map(({ name }, index) => {
    const each = given[index];
    return [name, each ? (world.typeOf(file, each) ?? world.written(file, each)) : undefined] as const;
  });
  return { ...called, bound: new Map([...(called.bound ?? []), ...bound]) };
}

function callResult(
  world: GoWorld,
  called: FunctionType,
  file: SourceFile,
  given: readonly SyntaxNode[],
): GoType | undefined {
  return resultType(world, { ...called, ...inferred(world, called, file, given) });
}

function namedIn(list: SyntaxNode | null): readonly SyntaxNode[] {
  return list?.children().filter((child) => child.isNamed()) ?? [];
}
