import type { Node, TypeName } from 'libpg-query';
import type { SourceFile } from '../../support/source-file.ts';
import { type EnumType, type EnumValue, OTHER, type SqlType } from './sql-type.ts';

/** A table or view: its columns in order; `uses` are the enum values that its defaults, checks and body name. */
export interface Relation {
  name: string;
  readonly columns: Map<string, SqlType>;
  /** Lists of values by the name of their CHECK constraint. */
  readonly checks: Map<string, { readonly column: string; readonly list: EnumType }>;
}

/** A function or procedure as last defined; its body is judged against the finished catalogue. */
export interface Routine {
  readonly name: string;
  readonly body: string;
  readonly language: string;
  /** Offset of the body in the migration's text. */
  readonly bodyAt: number;
  readonly file: SourceFile;
  readonly variables: ReadonlyMap<string, SqlType>;
}

/** The schema as far as enum checks need it, built up by the migrations in order. */
export interface Catalogue {
  readonly enums: Map<string, EnumType>;
  readonly domains: Map<string, SqlType>;
  /** Enums into which the schema's own casts turn texts, and when. */
  readonly casts: Map<EnumType, 'assignment' | 'implicit'>;
  readonly relations: Map<string, Relation>;
  readonly routines: Map<string, Routine>;
  /** Routine name to the table whose trigger calls it. */
  readonly triggers: Map<string, string>;
  /** Values that the schema itself holds on to: defaults, checks, views, indexes. */
  readonly held: Set<EnumValue>;
  /** What the transaction of the moment has created: types, and values of older types, which nothing can use yet. */
  readonly fresh: Set<EnumType | EnumValue>;
}

/** The lists of values that CHECK constraints and domains give to columns. */
export function listsOf({ relations }: Catalogue): readonly EnumType[] {
  const types = [...relations.values()].flatMap(({ columns }) => [...columns.values()]);
  return [...new Set(types.flatMap((type) => (type.kind === 'enum' && type.of.isList ? [type.of] : [])))];
}

/** A database before its first migration. */
export function emptyCatalogue(): Catalogue {
  return {
    enums: new Map(),
    domains: new Map(),
    casts: new Map(),
    relations: new Map(),
    routines: new Map(),
    triggers: new Map(),
    held: new Set(),
    fresh: new Set(),
  };
}

const TEXT_TYPES = new Set(['text', 'varchar', 'bpchar', 'char', 'name', 'citext']);

/** Turns a parsed type name into what the checks need to know of it. */
export function typeNamed(catalogue: Catalogue, name: TypeName | undefined): SqlType {
  const parts = stringsOf(name?.names);
  if (name?.pct_type) return columnTypeOf(catalogue, parts);
  const array = (name?.arrayBounds?.length ?? 0) > 0;
  const enumType = lookUp(catalogue.enums, parts);
  if (enumType) return { kind: 'enum', of: enumType, array };
  const domain = lookUp(catalogue.domains, parts);
  if (domain) return domain.kind === 'enum' || domain.kind === 'text' ? { ...domain, array } : domain;
  return TEXT_TYPES.has(parts.at(-1) ?? '') ? { kind: 'text', array } : OTHER;
}

function columnTypeOf(catalogue: Catalogue, parts: readonly string[]): SqlType {
  return lookUp(catalogue.relations, parts.slice(0, -1))?.columns.get(parts.at(-1) ?? '') ?? OTHER;
}

/** The key of a possibly qualified name: the default schema is left away. */
export function keyOf(parts: readonly string[]): string {
  const [schema, name] = parts.length > 1 ? parts.slice(-2) : [undefined, parts[0]];
  return schema === undefined || schema === 'public' || schema === 'pg_catalog'
    ? (name ?? '')
    : `${schema}.${name}`;
}

/** Finds by full name, else by bare name when only one schema has it, as a search path would. */
export function lookUp<T>(map: ReadonlyMap<string, T>, parts: readonly string[]): T | undefined {
  const key = keyOf(parts);
  const exact = map.get(key);
  if (exact !== undefined || key.includes('.')) return exact;
  const elsewhere = [...map.keys()].filter((candidate) => candidate.endsWith(`.${key}`));
  return elsewhere.length === 1 ? map.get(elsewhere[0] ?? '') : undefined;
}

/** The texts of a list of name nodes. */
export function stringsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}
