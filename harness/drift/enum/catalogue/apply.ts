import type {
  AlterEnumStmt,
  AlterObjectSchemaStmt,
  CreateCastStmt,
  CreateDomainStmt,
  CreateEnumStmt,
  DropStmt,
  Node,
  RenameStmt,
} from 'libpg-query';
import type { Place } from '../../support/finding.ts';
import { type Catalogue, keyOf, lookUp, stringsOf, typeNamed } from './catalogue.ts';
import { type EnumType, enumEntry, type SqlType } from './sql-type.ts';
import { listType, valueList } from './value-list.ts';

/** Follows one schema statement; answers false for a statement that does not change types, tables or routines. */
export function applyTypeStatement(catalogue: Catalogue, node: Node, at: Place): boolean {
  if ('CreateEnumStmt' in node) createEnum(catalogue, node.CreateEnumStmt, at);
  else if ('AlterEnumStmt' in node) alterEnum(catalogue, node.AlterEnumStmt, at);
  else if ('RenameStmt' in node) rename(catalogue, node.RenameStmt);
  else if ('DropStmt' in node) drop(catalogue, node.DropStmt);
  else if ('AlterObjectSchemaStmt' in node) moveSchema(catalogue, node.AlterObjectSchemaStmt);
  else if ('CreateDomainStmt' in node) {
    createDomain(catalogue, node.CreateDomainStmt, at);
  } else if ('CreateCastStmt' in node) createCast(catalogue, node.CreateCastStmt);
  else return false;
  return true;
}

function createCast(catalogue: Catalogue, { sourcetype, targettype, context }: CreateCastStmt): void {
  const source = typeNamed(catalogue, sourcetype);
  const target = typeNamed(catalogue, targettype);
  if (source.kind !== 'text' || target.kind !== 'enum' || target.soft) return;
  if (context === 'COERCION_ASSIGNMENT') catalogue.casts.set(target.of, 'assignment');
  if (context === 'COERCION_IMPLICIT') catalogue.casts.set(target.of, 'implicit');
}

function createDomain(
  catalogue: Catalogue,
  { domainname, typeName, constraints }: CreateDomainStmt,
  at: Place,
): void {
  const name = keyOf(stringsOf(domainname));
  const base = typeNamed(catalogue, typeName);
  const lists = (constraints ?? []).flatMap((node) =>
    'Constraint' in node ? (valueList(node.Constraint.raw_expr)?.values ?? []) : [],
  );
  const isList = lists.length > 0 && base.kind === 'text';
  catalogue.domains.set(
    name,
    isList ? { kind: 'enum', of: listType(name, lists, at), array: false, soft: true } : base,
  );
}

function createEnum(catalogue: Catalogue, { typeName, vals }: CreateEnumStmt, declaredAt: Place): void {
  const name = keyOf(stringsOf(typeName));
  const values = stringsOf(vals).map((value) => ({ value, declaredAt }));
  const type = { name, values, declaredAt };
  catalogue.enums.set(name, type);
  catalogue.fresh.add(type);
}

function alterEnum(catalogue: Catalogue, node: AlterEnumStmt, declaredAt: Place): void {
  const type = lookUp(catalogue.enums, stringsOf(node.typeName));
  if (!type || node.newVal === undefined) return;
  const renamed = node.oldVal === undefined ? undefined : enumEntry(type, node.oldVal);
  if (renamed) renamed.value = node.newVal;
  else if (node.oldVal === undefined && !enumEntry(type, node.newVal)) {
    const entry = { value: node.newVal, declaredAt };
    type.values.splice(placeOf(type, node), 0, entry);
    if (!catalogue.fresh.has(type)) catalogue.fresh.add(entry);
  }
}

function placeOf(type: EnumType, { newValNeighbor, newValIsAfter }: AlterEnumStmt): number {
  const neighbour = type.values.findIndex(({ value }) => value === newValNeighbor);
  if (neighbour === -1) return type.values.length;
  return newValIsAfter ? neighbour + 1 : neighbour;
}

function rename(catalogue: Catalogue, node: RenameStmt): void {
  const next = node.newname ?? '';
  if (node.renameType === 'OBJECT_TYPE' || node.renameType === 'OBJECT_DOMAIN') {
    renameType(catalogue, objectName(node.object), next);
  } else if (node.renameType === 'OBJECT_TABLE' || node.renameType === 'OBJECT_VIEW') {
    const relation = lookUp(catalogue.relations, rangeName(node));
    if (relation) moveKey(catalogue.relations, relation, next);
  } else if (node.renameType === 'OBJECT_COLUMN') {
    renameColumn(lookUp(catalogue.relations, rangeName(node))?.columns, node.subname ?? '', next);
  }
}

function renameType(catalogue: Catalogue, parts: readonly string[], next: string): void {
  const type = lookUp(catalogue.enums, parts);
  if (type) moveKey(catalogue.enums, type, next);
  const domain = lookUp(catalogue.domains, parts);
  if (!domain) return;
  catalogue.domains.delete(keyOf(parts));
  catalogue.domains.set(next, domain);
}

function moveKey<T extends { name: string }>(map: Map<string, T>, item: T, bare: string): void {
  const schema = /^(.*)\./.exec(item.name)?.[1];
  map.delete(item.name);
  item.name = keyOf(schema === undefined ? [bare] : [schema, bare]);
  map.set(item.name, item);
}

/** Renaming keeps the place of a column, which INSERT without a column list counts on. */
function renameColumn(columns: Map<string, SqlType> | undefined, before: string, after: string): void {
  if (!columns) return;
  const entries = [...columns].map(([name, type]) => [name === before ? after : name, type] as const);
  columns.clear();
  for (const [name, type] of entries) columns.set(name, type);
}

function drop(catalogue: Catalogue, node: DropStmt): void {
  for (const object of node.objects ?? []) {
    const parts = objectName(object);
    if (node.removeType === 'OBJECT_TYPE') dropType(catalogue, parts);
    else if (node.removeType === 'OBJECT_TABLE' || node.removeType === 'OBJECT_VIEW') {
      catalogue.relations.delete(lookUp(catalogue.relations, parts)?.name ?? '');
    } else if (node.removeType === 'OBJECT_FUNCTION' || node.removeType === 'OBJECT_PROCEDURE') {
      catalogue.routines.delete(keyOf(parts));
    }
  }
}

/** Dropping a type that columns still use takes CASCADE, which drops those columns. */
function dropType(catalogue: Catalogue, parts: readonly string[]): void {
  const type = lookUp(catalogue.enums, parts);
  if (!type) return;
  catalogue.enums.delete(type.name);
  for (const { columns } of catalogue.relations.values()) {
    for (const [name, column] of columns) {
      if (column.kind === 'enum' && column.of === type) columns.delete(name);
    }
  }
}

function moveSchema(catalogue: Catalogue, node: AlterObjectSchemaStmt): void {
  const schema = node.newschema ?? 'public';
  const relation = node.relation && lookUp(catalogue.relations, rangeName(node));
  const type =
    node.objectType === 'OBJECT_TYPE' ? lookUp(catalogue.enums, objectName(node.object)) : undefined;
  if (relation) rehome(catalogue.relations, relation, schema);
  if (type) rehome(catalogue.enums, type, schema);
}

function rehome<T extends { name: string }>(map: Map<string, T>, item: T, schema: string): void {
  map.delete(item.name);
  item.name = keyOf([schema, item.name.replace(/^.*\./, '')]);
  map.set(item.name, item);
}

function rangeName({
  relation,
}: {
  relation?: { schemaname?: string; relname?: string };
}): readonly string[] {
  const name = relation?.relname ?? '';
  return relation?.schemaname ? [relation.schemaname, name] : [name];
}

/** The name parts of a dropped or renamed object in each of the forms that the grammar gives it. */
function objectName(object: Node | undefined): readonly string[] {
  if (!object) return [];
  if ('List' in object) return stringsOf(object.List.items);
  if ('TypeName' in object) return stringsOf(object.TypeName.names);
  if ('ObjectWithArgs' in object) return stringsOf(object.ObjectWithArgs.objname);
  return stringsOf([object]);
}
