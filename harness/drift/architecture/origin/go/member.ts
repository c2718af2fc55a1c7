import type { SyntaxNode } from '../../../support/syntax.ts';
import { receiverBound } from './bound.ts';
import { underlying } from './contents.ts';
import {
  type Bound,
  type GoType,
  type GoWorld,
  isPlainOutside,
  type NamedType,
  type OutsideType,
  type WrittenType,
} from './go-type.ts';
import type { Declared } from './package.ts';
import { typeIn } from './written.ts';

const DEEPEST_EMBEDDING = 6;

/** A field or method of a type, its own before those that it embeds; of a package what it declares. */
export function memberOf(
  world: GoWorld,
  type: GoType | undefined,
  name: string,
  depth = 0,
): GoType | undefined {
  if (!type || depth > DEEPEST_EMBEDDING) return undefined;
  switch (type.kind) {
    case 'named':
      return memberOfNamed(world, type, name, depth);
    case 'written':
      return memberOfWritten(world, type, name, depth);
    case 'package':
      return memberOfPackage(world, type.folder, name);
    case 'outside':
      return memberOfOutside(world, type, name, depth);
    default:
      return undefined;
  }
}

function memberOfNamed(world: GoWorld, type: NamedType, name: string, depth: number): GoType | undefined {
  const method = type.local ? undefined : world.packageIn(type.folder).methods.get(`${type.name}.${name}`);
  if (method) return functionIn(method, receiverBound(method.node, type));
  const meant = underlying(world, type);
  const found = memberOf(world, meant, name, depth + 1);
  return meant?.kind === 'named' && isMethod(found) ? undefined : found;
}

/** What a generic type from elsewhere holds has its members; all else of such a type is from elsewhere too. */
function memberOfOutside(world: GoWorld, type: OutsideType, name: string, depth: number): GoType {
  const found = type.argument && memberOf(world, type.argument, name, depth + 1);
  return found && !isPlainOutside(found) ? found : type;
}

function functionIn({ file, node }: Declared, bound: Bound | undefined): GoType {
  return { kind: 'function', file, node, ...(bound && { bound }) };
}

/** `type B p.Docker` takes over the fields of the other type and none of its methods. */
function isMethod(found: GoType | undefined): boolean {
  return found?.kind === 'function' && found.node.kind() === 'method_declaration';
}

function memberOfWritten(
  world: GoWorld,
  { file, node, bound }: WrittenType,
  name: string,
  depth: number,
): GoType | undefined {
  const fields = node.kind() === 'struct_type' ? fieldsOf(node) : [];
  const field = fields.find((each) => each.fieldChildren('name').some((one) => one.text() === name));
  const type = field?.field('type');
  if (type) return world.written(file, type, bound);
  const method = node.children().find((each) => isMethodOf(each, name));
  if (method) return functionIn({ file, node: method }, bound);
  const embedded = [
    ...fields.filter(isEmbedded).flatMap((each) => each.field('type') ?? []),
    ...elements(node),
  ];
  const itself = embedded.find((each) => baseName(each) === name);
  if (itself) return world.written(file, itself, bound);
  const found = embedded.flatMap(
    (each) => memberOf(world, world.written(file, each, bound), name, depth + 1) ?? [],
  );
  return found.find((each) => !isPlainOutside(each)) ?? found[0];
}

/** The field declarations of a struct, in order. */
export function fieldsOf(struct: SyntaxNode): readonly SyntaxNode[] {
  const list = struct.children().find((child) => child.kind() === 'field_declaration_list');
  return list?.children().filter((child) => child.kind() === 'field_declaration') ?? [];
}

function isEmbedded(field: SyntaxNode): boolean {
  return field.fieldChildren('name').length === 0;
}

/** The types that an interface embeds. */
export function elements(node: SyntaxNode): readonly SyntaxNode[] {
  return node.kind() === 'interface_type'
    ? node.children().filter((each) => each.kind() === 'type_elem')
    : [];
}

function isMethodOf(node: SyntaxNode, name: string): boolean {
  return node.kind() === 'method_elem' && node.field('name')?.text() === name;
}

function baseName(type: SyntaxNode): string | undefined {
  return /([\p{L}_][\p{L}\p{N}_]*)(?:\[.*)?$/su.exec(type.text())?.[1];
}

function memberOfPackage(world: GoWorld, folder: string, name: string): GoType | undefined {
  const { functions, variables } = world.packageIn(folder);
  const declared = functions.get(name);
  if (declared) return { kind: 'function', ...declared };
  const variable = variables.get(name);
  return variable ? variableType(world, variable, name) : typeIn(world, folder, name);
}

/** The type of a package's variable: as it says, or that of its value. */
function variableType(
  world: GoWorld,
  { file, node }: { readonly file: WrittenType['file']; readonly node: SyntaxNode },
  name: string,
): GoType | undefined {
  const type = node.field('type');
  if (type) return world.written(file, type);
  const index = node.fieldChildren('name').findIndex((each) => each.text() === name);
  return valueAt(world, file, node.field('value'), index);
}

/** The type of one of the names that a list of values, or one call with several results, is given to. */
export function valueAt(
  world: GoWorld,
  file: WrittenType['file'],
  values: SyntaxNode | null,
  index: number,
): GoType | undefined {
  const listed =
    values?.kind() === 'expression_list' ? values.children().filter((each) => each.isNamed()) : [];
  const [only] = listed.length === 0 && values ? [values] : listed;
  if (listed.length > 1) return listed[index] && world.typeOf(file, listed[index]);
  const type = only && world.typeOf(file, only);
  if (type?.kind === 'tuple') return type.types[index];
  return index === 0 ? type : undefined;
}
