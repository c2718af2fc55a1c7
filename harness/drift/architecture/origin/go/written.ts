import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { folderOf } from '../../tree/tree.ts';
import { type GoType, type GoWorld, OUTSIDE } from './go-type.ts';

/** The type that a type expression of a file means; aliases are followed, pointers looked through. */
export function writtenType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  switch (String(node.kind())) {
    case 'pointer_type':
    case 'parenthesized_type':
    case 'type_elem':
    case 'type_constraint':
      return innerType(world, file, node);
    case 'type_identifier':
      return parameterType(world, file, node) ?? declaredType(world, file, node.text());
    case 'qualified_type':
      return qualifiedType(world, file, node);
    case 'generic_type':
      return genericType(world, file, node);
    case 'function_type':
      return { kind: 'function', file, node };
    case 'struct_type':
    case 'interface_type':
    case 'map_type':
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
    case 'channel_type':
      return { kind: 'written', file, node };
    default:
      return undefined;
  }
}

/** A type by its name alone: of the file's own package, or of one that it imports with a dot. */
export function declaredType(world: GoWorld, file: SourceFile, name: string): GoType {
  const folders = [folderOf(file.path), ...world.dotImports(file)];
  return folders.map((folder) => typeIn(world, folder, name)).find((type) => type !== undefined) ?? OUTSIDE;
}

/** A type that a package declares; an alias is what it stands for. */
export function typeIn(world: GoWorld, folder: string, name: string): GoType | undefined {
  const declared = world.packageIn(folder).types.get(name);
  if (!declared) return undefined;
  const meant = declared.node.kind() === 'type_alias' ? declared.node.field('type') : null;
  return meant ? world.written(declared.file, meant) : { kind: 'named', folder, name };
}

function innerType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const inner = node.children().find((child) => child.isNamed());
  return inner && world.written(file, inner);
}

function qualifiedType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const from = world.imported(file, node.field('package')?.text() ?? '');
  return from?.kind === 'package' ? typeIn(world, from.folder, node.field('name')?.text() ?? '') : OUTSIDE;
}

function genericType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const base = node.field('type');
  const type = base ? world.written(file, base) : undefined;
  if (type?.kind !== 'outside' && type?.kind !== 'named') return type;
  const last = node
    .field('type_arguments')
    ?.children()
    .findLast((child) => child.isNamed());
  const argument = last && world.written(file, last);
  return argument ? { ...type, argument } : type;
}

/** What a type parameter is bound to: `[P provisioner.Backend]` makes a P whatever that says. */
function parameterType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const name = node.text();
  for (const outer of node.ancestors()) {
    const constraint = outer
      .field('type_parameters')
      ?.children()
      .find((each) => each.fieldChildren('name').some((one) => one.text() === name))
      ?.field('type');
    if (constraint) return world.written(file, constraint) ?? OUTSIDE;
  }
  return undefined;
}
