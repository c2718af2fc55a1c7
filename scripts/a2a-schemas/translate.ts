import type { SgNode } from '@ast-grep/napi';
import { type Declarations, named } from './declarations.ts';
import { anyOf, type Definitions, type Json, ref, type Schema } from './schema.ts';

/** What the type declarations leave open and the protocol line decides. */
export interface Dialect {
  /** Every number of A2A is an integer; how it may be written differs. */
  readonly number: Schema;
  /** Built-in types by name, such as `Buffer`. */
  readonly builtin: Readonly<Record<string, Schema>>;
  /** Whether an enum is also accepted as a number (protobuf's JSON mapping). */
  readonly enumNumber?: Schema;
  /** Whether a member without `?` is required: protobuf declarations say nothing about that. */
  readonly requireMembers: boolean;
  /** Declarations that are not wire types. */
  readonly ignore: readonly string[];
}

/** Translates declarations to JSON Schema definitions; throws on syntax that it does not know. */
export function translate(declarations: Declarations, dialect: Dialect): Definitions {
  const names = [...declarations.nodes.keys()].filter((name) => !dialect.ignore.includes(name));
  const definitions = new Map<string, Schema>();
  for (const name of names) {
    const node = declarations.nodes.get(name);
    if (node) definitions.set(name, declaration(node, dialect));
  }
  return mergeCopies(definitions);
}

function declaration(node: SgNode, dialect: Dialect): Schema {
  if (node.kind() === 'enum_declaration') return enumeration(node, dialect);
  const body = node.field('body') ?? node.field('value');
  if (!body) throw new Error(`no body in: ${node.text()}`);
  return typeOf(body, dialect);
}

function enumeration(node: SgNode, dialect: Dialect): Schema {
  const members = named(node.field('body') ?? node).map((member) => member.field('name')?.text() ?? '');
  const names: Schema = { type: 'string', enum: members.filter((name) => name !== 'UNRECOGNIZED') };
  return dialect.enumNumber ? anyOf([names, dialect.enumNumber]) : names;
}

function typeOf(node: SgNode, dialect: Dialect): Schema {
  const kind = String(node.kind());
  const [first] = named(node);
  if (kind === 'predefined_type') return predefined(node.text(), dialect);
  if (kind === 'type_identifier') return dialect.builtin[node.text()] ?? ref(node.text());
  if (kind === 'object_type' || kind === 'interface_body') return objectOf(node, dialect);
  if (kind === 'union_type') return anyOf(branches(node).map((branch) => typeOf(branch, dialect)));
  if (kind === 'literal_type') return literal(node.text());
  if (first && kind === 'array_type') return { type: 'array', items: typeOf(first, dialect) };
  if (first && (kind === 'parenthesized_type' || kind === 'type_annotation')) return typeOf(first, dialect);
  throw new Error(`cannot translate ${kind}: ${node.text()}`);
}

function predefined(name: string, dialect: Dialect): Schema {
  if (name === 'string' || name === 'boolean') return { type: name };
  if (name === 'number') return dialect.number;
  if (name === 'unknown' || name === 'any') return {};
  throw new Error(`cannot translate the type ${name}`);
}

function literal(text: string): Schema {
  if (text === 'null') return { type: 'null' };
  const value: unknown = JSON.parse(text);
  if (typeof value === 'string') return { type: 'string', const: value };
  if (typeof value === 'number') return { type: 'integer', const: value };
  throw new Error(`cannot translate the literal ${text}`);
}

function branches(node: SgNode): SgNode[] {
  if (node.kind() === 'union_type') return named(node).flatMap(branches);
  return node.text() === 'undefined' ? [] : [node];
}

function objectOf(node: SgNode, dialect: Dialect): Schema {
  const [index] = named(node).filter((member) => member.kind() === 'index_signature');
  if (index) return mapOf(index, dialect);
  const members = named(node).filter((member) => member.kind() === 'property_signature');
  const plain = members.filter((member) => !isOneOf(member));
  const cases = members.filter(isOneOf).flatMap((member) => casesOf(member, dialect));
  const properties = [...plain.map((member) => property(member, dialect)), ...cases];
  const required = dialect.requireMembers ? plain.filter((m) => !isOptional(m)).map(nameOf) : [];
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(cases.length > 0 && {
      oneOf: cases.map(([name]): Schema => ({ properties: { [name]: {} }, required: [name] })),
    }),
  };
}

function mapOf(index: SgNode, dialect: Dialect): Schema {
  const annotation = index.field('type') ?? named(index).at(-1);
  const values = annotation ? typeOf(annotation, dialect) : {};
  return Object.keys(values).length === 0
    ? { type: 'object' }
    : { type: 'object', additionalProperties: values };
}

function property(member: SgNode, dialect: Dialect): readonly [string, Schema] {
  return [nameOf(member), typeOf(annotationOf(member), dialect)];
}

/** Protobuf's `oneof` is declared as a union of `{$case, value}`; on the wire its cases are plain members. */
function casesOf(member: SgNode, dialect: Dialect): (readonly [string, Schema])[] {
  const type = named(annotationOf(member))[0] ?? member;
  return branches(type).map((branch) => {
    const [name, value] = named(branch).map((part) => typeOf(annotationOf(part), dialect));
    return [String(name?.const), value ?? {}] as const;
  });
}

const isOneOf = (member: SgNode): boolean => annotationOf(member).text().includes('$case');
const isOptional = (member: SgNode): boolean => member.children().some((child) => child.text() === '?');
const nameOf = (member: SgNode): string => member.field('name')?.text() ?? '';

function annotationOf(member: SgNode): SgNode {
  const annotation = member.field('type');
  if (!annotation) throw new Error(`no type in: ${member.text()}`);
  return annotation;
}

/** Declaration generators write `Message1`, `Message2` for a type met again; each must equal its original. */
function mergeCopies(definitions: ReadonlyMap<string, Schema>): Definitions {
  const originalOf = (name: string): string => {
    const base = name.replace(/\d+$/, '');
    return definitions.has(base) ? base : name;
  };
  const merged = new Map<string, Schema>();
  for (const [name, schema] of definitions) {
    const renamed = renameRefs(schema, originalOf) as Schema;
    const known = merged.get(originalOf(name));
    if (known && JSON.stringify(known) !== JSON.stringify(renamed))
      throw new Error(`${name} differs from ${originalOf(name)}`);
    merged.set(originalOf(name), renamed);
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function renameRefs(node: Json, rename: (name: string) => string): Json {
  if (Array.isArray(node)) return node.map((item: Json) => renameRefs(item, rename));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, value.replace(/[^/]+$/, rename)]
        : [key, renameRefs(value, rename)],
    ),
  );
}
