import { type SyntaxNode, spanOf } from '../../../support/syntax.ts';
import { type Catalogue, lookUp, type Relation } from '../../catalogue/catalogue.ts';
import type { EnumType } from '../../catalogue/sql-type.ts';
import type { Expr } from '../expr.ts';
import type { FileIndex } from '../file-index.ts';
import { sameName } from '../members.ts';
import { resolveName } from '../names.ts';
import type { Program } from '../program.ts';
import { plain } from '../text.ts';
import { textsOf } from '../texts.ts';
import { type Chain, type Link, nameOf } from './chain.ts';

/** A table that a chain names, under the alias that it gives it. */
export interface Named {
  readonly relation: Relation;
  readonly alias: string;
}

const NAMES_TABLE =
  /^(?:table|from|into|update|insert|delete|replace|createquerybuilder|(?:insert|replace)into|updatetable|deletefrom|selectfrom|knex|db|trx|\w*join)$/i;
const NAMES_MODEL =
  /^(?:model|select|update|insert|delete|query|from|into|join|table|new(?:select|update|insert|delete)|create|save|where|find|first|updates|firstorcreate)$/i;
const CLIENT_METHOD =
  /^(?:find(?:Many|First|Unique)(?:OrThrow)?|update(?:Many)?|create(?:Many)?(?:AndReturn)?|upsert|delete(?:Many)?|count|aggregate|groupBy)$/;

/** The tables that a chain is about, as far as it names them in words that the schema knows. */
export function tablesOf(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  chain: Chain,
): readonly Named[] {
  const own = chain.links.flatMap((link) => namedBy(program, catalogue, index, link));
  if (own.length > 0) return own;
  const base = chain.base.text();
  const last = nameOf(chain.base);
  const isClient =
    /\.\w+$/.test(base) && chain.links.some(({ name, args }) => CLIENT_METHOD.test(name) && hasParts(args));
  if (isClient) return modelNamed(catalogue, last);
  if (/^[A-Z]\w*\.objects$/.test(base)) return modelNamed(catalogue, base.replace(/\.objects$/, ''));
  const model = base.replace(/\.(?:c|query)$/, '');
  if (/^\w+$/.test(model)) return ofName(program, catalogue, index, chain.start, model);
  return [];
}

/** `{ where: …, data: … }`, which no other method of such a name takes. */
function hasParts(args: readonly Expr[]): boolean {
  return args.some(
    (arg) =>
      arg.kind === 'record' && arg.entries.some(({ key }) => /^(?:where|data|create|update)$/.test(key)),
  );
}

function namedBy(program: Program, catalogue: Catalogue, index: FileIndex, link: Link): readonly Named[] {
  const [node] = link.argNodes;
  if (!node || !(NAMES_TABLE.test(link.name) || NAMES_MODEL.test(link.name))) return [];
  const [first] = link.args;
  if (!first) return [];
  if (NAMES_TABLE.test(link.name) && /^(?:text|join|name)$/.test(first.kind)) {
    const text = plain(textsOf(program, first)[0] ?? []);
    const found = text === undefined ? undefined : tableIn(catalogue, text);
    if (found) return [found];
  }
  if (!NAMES_MODEL.test(link.name)) return [];
  const model = /^[&*]*(?:\w+\.)?(\w+)(?:\{[\s\S]*\})?$/.exec(node.text())?.[1];
  return model === undefined ? [] : ofName(program, catalogue, index, first.start, model);
}

/** `job`, `public.job`, `job AS j`, `job j`, `worker AS w ON …` */
function tableIn(catalogue: Catalogue, text: string): Named | undefined {
  const [, name, alias] =
    /^\s*"?((?:\w+\.)?\w+)"?(?:\s+(?:as\s+)?(?!on\b)(\w+))?(?:\s+on\b[\s\S]*)?\s*$/i.exec(text) ?? [];
  const relation = name === undefined ? undefined : lookUp(catalogue.relations, name.split('.'));
  return relation && { relation, alias: alias ?? bare(relation.name) };
}

/** The table of a model that stands before a dot. */
export function tablesOfModel(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  node: SyntaxNode,
  model: string,
): readonly Named[] {
  return ofName(program, catalogue, index, spanOf(node).start, model);
}

/** What a variable, class or struct stands for: the table that its declaration names, else the one that is called so. */
function ofName(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  start: number,
  name: string,
): readonly Named[] {
  const declared = declaredTable(program, index, name);
  if (declared !== undefined) return modelNamed(catalogue, declared);
  const values = resolveName(program, { file: index.file, start, name });
  const texts = values.flatMap(({ file, valueSpan }) =>
    valueSpan ? [file.text.slice(valueSpan.start, valueSpan.end)] : [],
  );
  const made = texts.flatMap(
    (text) =>
      /(?:^|\.)(?:\w*Table|from|Table|table|From|Update|update)\(\s*["'`](\w+)["'`]/.exec(text)?.[1] ?? [],
  );
  if (made[0] !== undefined) return modelNamed(catalogue, made[0]);
  return /^[A-Z]/.test(name) && usesMapper(index) ? modelNamed(catalogue, name) : [];
}

/** A class that is called like a table is its model only where a mapper is at hand. */
function usesMapper(index: FileIndex): boolean {
  const mappers = /\bgorm\b|\bbun\b|go-pg|xorm|sqlalchemy|sqlmodel|typeorm|sequelize|objection|mikro-orm/i;
  return index.imports().some(({ module }) => mappers.test(module));
}

const GO_TABLE = /\bfunc \((?:\w+\s+)?\*?(\w+)\)\s*TableName\(\)[^{\n]*\{\s*return\s+"([^"]+)"/g;
const PYTHON_TABLE = /^class (\w+)|^\s+__tablename__\s*=\s*["']([^"']+)["']/gm;

/** `__tablename__ = "jobs"` of a class, `TableName()` of a struct. */
function declaredTable(program: Program, { file }: FileIndex, name: string): string | undefined {
  const { language } = file;
  if (language !== 'go' && language !== 'python') return undefined;
  const tables = program.once(`tables ${language}`, () => {
    const files = program.holding(language === 'go' ? 'TableName' : '__tablename__', language);
    const found = files.flatMap(({ text }) => (language === 'go' ? goTables(text) : pythonTables(text)));
    return new Map([...found].reverse());
  });
  return tables.get(name);
}

type ModelTable = readonly [model: string, table: string];

function goTables(text: string): readonly ModelTable[] {
  return [...text.matchAll(GO_TABLE)].map(([, model = '', table = '']) => [model, table]);
}

/** Each name of a table goes to the class above it. */
function pythonTables(text: string): readonly ModelTable[] {
  let model = '';
  return [...text.matchAll(PYTHON_TABLE)].flatMap(([, name, table]): readonly ModelTable[] => {
    model = name ?? model;
    return table === undefined ? [] : [[model, table]];
  });
}

/** The table that a key of a record leads to, as a relation between models does. */
export function tableNamed(catalogue: Catalogue, key: string): Named | undefined {
  return modelNamed(catalogue, key)[0];
}

/** The table of a model by the customs of mappers: in small letters, with or without the plural. */
function modelNamed(catalogue: Catalogue, model: string): readonly Named[] {
  const plural = model.replace(/y$/i, 'ie').replace(/(?:s|x|ch|sh)$/i, '$&e');
  const found = [...catalogue.relations.values()].filter(({ name }) =>
    [model, `${model}s`, `${plural}s`].some((each) => sameName(bare(name), each)),
  );
  return found.slice(0, 1).map((relation) => ({ relation, alias: bare(relation.name) }));
}

/** The values that a column can have, by its own name or that of a field: `st`, `job.st`, `St`. */
export function columnType(tables: readonly Named[], key: string): EnumType | undefined {
  const [, qualifier, name = ''] = /^"?(?:(\w+)"?\."?)?(\w+?)"?$/.exec(key.replace(/__\w+$/, '')) ?? [];
  const asked = tables.filter(
    ({ alias, relation }) =>
      qualifier === undefined || alias === qualifier || bare(relation.name) === qualifier,
  );
  for (const { relation } of asked) {
    const column = [...relation.columns].find(([own]) => sameName(own, name));
    if (column) return column[1].kind === 'enum' ? column[1].of : undefined;
  }
  return undefined;
}

function bare(name: string): string {
  return name.replace(/^.*\./, '');
}
