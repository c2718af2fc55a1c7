import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { folderOf } from '../../tree/tree.ts';
import { type Bound, type GoType, type GoWorld, isPlainOutside, OUTSIDE } from './go-type.ts';
import { isPredeclared } from './predeclared.ts';
import { typeInScope } from './type-scope.ts';

/** The type that a type expression of a file means; aliases are followed, pointers looked through. */
export function writtenType(
  world: GoWorld,
  file: SourceFile,
  node: SyntaxNode,
  bound?: Bound,
): GoType | undefined {
  switch (String(node.kind())) {
    case 'pointer_type':
    case 'parenthesized_type':
    case 'type_elem':
    case 'type_constraint':
      return innerType(world, file, node, bound);
    case 'type_identifier':
      return namedType(world, file, node, bound);
    case 'qualified_type':
      return qualifiedType(world, file, node);
    case 'generic_type':
      return genericType(world, file, node, bound);
    case 'function_type':
      return { kind: 'function', file, node, ...(bound && { bound }) };
    case 'struct_type':
    case 'interface_type':
    case 'map_type':
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
    case 'channel_type':
      return { kind: 'written', file, node, ...(bound && { bound }) };
    default:
      return undefined;
  }
}

/** What a name means by itself; a type parameter is what it stands for, else what it has to be. */
function namedType(world: GoWorld, file: SourceFile, node: SyntaxNode, bound?: Bound): GoType | undefined {
  const name = node.text();
  const given = bound?.get(name);
  if (given && !isPlainOutside(given)) return given;
  const around = typeInScope(world, file, node, name);
  if (bound?.has(name)) return around && !isPlainOutside(around) ? around : given;
  return around ?? declaredType(world, file, name);
}

/** A type by its name alone: of the file's own package, of one that it imports with a dot, or of the language. */
function declaredType(world: GoWorld, file: SourceFile, name: string): GoType | undefined {
  const folders = [folderOf(file.path), ...world.dotImports(file)];
  const found = folders.map((folder) => typeIn(world, folder, name)).find((type) => type !== undefined);
  return found ?? (isPredeclared(name) ? OUTSIDE : undefined);
}

/** A type that a package declares; an alias is what it stands for. */
export function typeIn(world: GoWorld, folder: string, name: string): GoType | undefined {
  const declared = world.packageIn(folder).types.get(name);
  if (!declared) return undefined;
  const meant = declared.node.kind() === 'type_alias' ? declared.node.field('type') : null;
  return meant ? world.written(declared.file, meant) : { kind: 'named', folder, name };
}

function innerType(world: GoWorld, file: SourceFile, node: SyntaxNode, bound?: Bound): GoType | undefined {
  const inner = node.children().find((child) => child.isNamed());
  return inner && world.written(file, inner, bound);
}

function qualifiedType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const from = world.imported(file, node.field('package')?.text() ?? '');
  return from?.kind === 'package' ? typeIn(world, from.folder, node.field('name')?.text() ?? '') : from;
}

function genericType(world: GoWorld, file: SourceFile, node: SyntaxNode, bound?: Bound): GoType | undefined {
  const base = node.field('type');
  const type = base ? world.written(file, base) : undefined;
  const list = node.field('type_arguments')?.children() ?? [];
  const given = list.filter((each) => each.isNamed()).map((each) => world.written(file, each, bound));
  if (type?.kind === 'named') return { ...type, given };
  const argument = given.at(-1);
  return argument && (type ?? OUTSIDE).kind === 'outside' ? { kind: 'outside', argument } : type;
}
