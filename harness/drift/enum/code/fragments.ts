import type { Catalogue, Relation } from '../catalogue/catalogue.ts';
import { comparing } from './comparing.ts';
import type { Run } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import type { CodeText } from './statements.ts';
import type { Text } from './text.ts';

/** A clause and the statements that it can be part of; without a table, nobody knows whether it means an enum. */
export interface Clause {
  readonly texts: readonly Text[];
  readonly isKnown: boolean;
}

/**
 * A clause that code adds to a statement in a way nobody can follow, such as a builder or a list of conditions. It is
 * read as part of a statement on the one carrying table that its function names, or that has its alias there.
 */
export function clauseOf(catalogue: Catalogue, index: FileIndex, code: CodeText): Clause {
  const text = code.texts[0] ?? [];
  const clause = text.map((part) => (part.kind === 'run' ? part.run.text : ' ')).join('');
  if (!clause.includes("'")) return { texts: [], isKnown: true };
  const column = carriedColumns(catalogue).find((name) => comparing(name).test(clause));
  if (column === undefined) return { texts: [], isKnown: true };
  const around = index.functions().around(code.start)[0] ?? { start: 0, end: code.file.text.length };
  const alias = new RegExp(`\\b(\\w+)\\.${column}\\b`, 'i').exec(clause)?.[1];
  const source = code.file.text.slice(around.start, around.end);
  const named = tablesNamed(catalogue, source, column, alias);
  const [only, ...others] = named;
  const isKnown = only !== undefined && others.length === 0 && !isChained(code);
  if (only && isKnown) return { texts: wrapped(text, clause, only.name, column), isKnown };
  const carrier = (named.length > 0 ? named : withColumn(catalogue, column)).find(
    ({ columns }) => columns.get(column)?.kind === 'enum',
  );
  return { texts: carrier ? wrapped(text, clause, carrier.name, column) : [], isKnown: false };
}

const CARRIED = new WeakMap<Catalogue, readonly string[]>();

function carriedColumns(catalogue: Catalogue): readonly string[] {
  const known = CARRIED.get(catalogue) ?? findCarried(catalogue);
  CARRIED.set(catalogue, known);
  return known;
}

function findCarried(catalogue: Catalogue): readonly string[] {
  const names = [...catalogue.relations.values()].flatMap(({ columns }) =>
    [...columns].flatMap(([name, type]) => (type.kind === 'enum' ? [name] : [])),
  );
  return [...new Set(names)];
}

function withColumn(catalogue: Catalogue, column: string): readonly Relation[] {
  return [...catalogue.relations.values()].filter(({ columns }) => columns.has(column));
}

/** The tables with the column that the surrounding code names: under the alias, where the clause has one. */
function tablesNamed(
  catalogue: Catalogue,
  code: string,
  column: string,
  alias: string | undefined,
): readonly Relation[] {
  const named = (suffix: string) =>
    withColumn(catalogue, column).filter(({ name }) =>
      new RegExp(
        `\\b(?:update|from|into|join)\\s+(?:\\w+\\.)?"?${name.replace(/^.*\./, '')}"?\\b${suffix}`,
        'i',
      ).test(code),
    );
  const aliased = alias === undefined ? [] : named(`\\s+(?:as\\s+)?${alias}\\b`);
  if (aliased.length > 0 || alias === undefined) return aliased.length > 0 ? aliased : named('');
  return withColumn(catalogue, column).filter(({ name }) => name === alias);
}

/** A condition that a builder is given belongs to the tables of its chain, whatever the function names beside it. */
function isChained({ file, start }: CodeText): boolean {
  const before = file.text.slice(Math.max(0, start - 200), start);
  return /\.\s*(?:(?:and|or)?where\w*|having|filter|on)\s*\(\s*$/i.test(before);
}

function wrapped(text: Text, clause: string, table: string, column: string): readonly Text[] {
  const alias = new RegExp(`\\b(\\w+)\\.${column}\\b`, 'i').exec(clause)?.[1];
  const target = alias === undefined || alias === table ? table : `${table} AS ${alias}`;
  const lead = /^\s*(?:(?:and|or|where|on|having|set|order\s+by|group\s+by)\b|,)/i.exec(clause)?.[0] ?? '';
  const body = withoutLead(text, lead.length);
  const where = glue(`SELECT 1 FROM ${target} WHERE `, body);
  const set = glue(`UPDATE ${target} SET `, body);
  return /^\s*(?:set|,)/i.test(lead) ? [set] : [where, set];
}

function withoutLead(text: Text, length: number): Text {
  const [first, ...rest] = text;
  if (length === 0 || first?.kind !== 'run') return text;
  const { run } = first;
  const start = run.verbatim ? run.start + length : run.start;
  return [{ kind: 'run', run: { ...run, text: run.text.slice(length), start } }, ...rest];
}

function glue(lead: string, body: Text): Text {
  const first = body.find((part) => part.kind === 'run');
  if (first?.kind !== 'run') return body;
  const run: Run = { text: lead, file: first.run.file, start: first.run.start, verbatim: false };
  return [{ kind: 'run', run }, ...body];
}
