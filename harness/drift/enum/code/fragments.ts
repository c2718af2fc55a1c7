import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Run } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import { enclosing } from './file-index.ts';
import type { CodeText } from './statements.ts';
import type { Text } from './text.ts';

/**
 * A clause that code adds to a statement in a way nobody can follow, such as a builder or a list of conditions. It is
 * read as part of a statement on the one carrying table that its function names.
 */
export function clauseStatements(catalogue: Catalogue, index: FileIndex, code: CodeText): readonly Text[] {
  const text = code.texts[0] ?? [];
  const clause = text.map((part) => (part.kind === 'run' ? part.run.text : ' ')).join('');
  const column = carriedColumns(catalogue).find((name) =>
    new RegExp(`\\b${name}\\b[^a-z]*(?:=|<>|!=|in\\b|not\\s+in\\b)`, 'i').test(clause),
  );
  if (column === undefined || !clause.includes("'")) return [];
  const around = enclosing(index.functions(), code.start)[0] ?? { start: 0, end: code.file.text.length };
  const table = tableNamed(catalogue, code.file.text.slice(around.start, around.end), column);
  return table === undefined ? [] : wrapped(text, clause, table, column);
}

function carriedColumns(catalogue: Catalogue): readonly string[] {
  const names = [...catalogue.relations.values()].flatMap(({ columns }) =>
    [...columns].flatMap(([name, type]) => (type.kind === 'enum' ? [name] : [])),
  );
  return [...new Set(names)];
}

/** The table that the surrounding code names, when it names exactly one that has the column. */
function tableNamed(catalogue: Catalogue, code: string, column: string): string | undefined {
  const named = [...catalogue.relations.values()].filter(
    ({ name, columns }) =>
      columns.has(column) &&
      new RegExp(`\\b(?:update|from|into|join)\\s+(?:\\w+\\.)?"?${name.replace(/^.*\./, '')}\\b`, 'i').test(
        code,
      ),
  );
  return named.length === 1 ? named[0]?.name : undefined;
}

function wrapped(text: Text, clause: string, table: string, column: string): readonly Text[] {
  const alias = new RegExp(`\\b(\\w+)\\.${column}\\b`, 'i').exec(clause)?.[1];
  const target = alias === undefined || alias === table ? table : `${table} AS ${alias}`;
  const lead = /^\s*(?:(?:and|or|where|on|having|set)\b|,)/i.exec(clause)?.[0] ?? '';
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
