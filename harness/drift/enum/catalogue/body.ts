import type { Node } from 'libpg-query';
import { assign, cast } from '../sql/coercion.ts';
import type { Facts } from '../sql/facts.ts';
import { parseSql } from '../sql/parse.ts';
import { factsOf } from '../sql/read.ts';
import { below, columnsOf, EMPTY_SCOPE, type OutputColumn, resolveColumn, type Scope } from '../sql/scope.ts';
import { readStatement } from '../sql/statement.ts';
import { type Catalogue, type Routine, typeNamed } from './catalogue.ts';
import { type BodyPiece, bodyPieces } from './plpgsql.ts';
import type { SqlType } from './sql-type.ts';

/** What a body does with a schema statement inside it; only DO blocks change the schema while migrations run. */
export type OnSchemaStatement = (facts: Facts, node: Node, start: number) => boolean;

/** Reads the body of a routine or DO block; the facts' offsets are those of the file that holds it. */
export function readBody(catalogue: Catalogue, routine: Routine, onSchema: OnSchemaStatement): Facts {
  const facts = factsOf(catalogue, routine.file.text, (byte) => byte ?? 0);
  if (routine.language === 'sql') {
    readPiece(
      facts,
      variableScope(catalogue, routine, new Map()),
      { kind: 'statement', sql: routine.body, at: 0 },
      routine,
      onSchema,
    );
  } else if (routine.language === 'plpgsql') {
    const variables = new Map(routine.variables);
    for (const piece of bodyPieces(routine.body)) {
      const scope = variableScope(catalogue, routine, variables);
      if (piece.kind === 'declare') declare(facts, scope, piece, routine, variables);
      else readPiece(facts, scope, piece, routine, onSchema);
    }
  }
  return facts;
}

function readPiece(
  facts: Facts,
  scope: Scope,
  piece: BodyPiece,
  routine: Routine,
  onSchema: OnSchemaStatement,
): void {
  const isStatement = piece.kind === 'statement';
  const prefix = isStatement ? '' : 'SELECT ';
  const parsed = parseSql(prefix + piece.sql);
  if (!parsed.ok) return;
  const base = routine.bodyAt + piece.at - prefix.length;
  const shifted: Facts = { ...facts, offsetAt: (byte) => base + parsed.offsetAt(byte) };
  for (const { node, start } of parsed.statements) {
    if (piece.kind === 'execute') execute(shifted, scope, node, base + start, onSchema);
    else if (piece.target !== undefined) assignTo(shifted, scope, node, piece.target);
    else if (!onSchema(shifted, node, base + start)) readStatement(shifted, node, scope);
  }
}

/** PL/pgSQL converts what it assigns as if cast, so a text CASE is fine here. */
function assignTo(facts: Facts, scope: Scope, node: Node, target: string): void {
  const typed = facts.readers.query(facts, scope, node)[0]?.typed;
  const fields = target.split('.').map((sval) => ({ String: { sval: sval.toLowerCase() } }));
  const { type } = resolveColumn(scope, { fields }, 0);
  if (typed && type.kind === 'enum') cast(facts, typed, type, typed.at);
}

/** EXECUTE of a constant text runs that text. */
function execute(facts: Facts, scope: Scope, node: Node, start: number, onSchema: OnSchemaStatement): void {
  const leaf = facts.readers.query(facts, scope, node)[0]?.typed.leaves[0];
  if (leaf?.kind !== 'literal') return;
  const parsed = parseSql(leaf.value);
  if (!parsed.ok) return;
  const inner: Facts = { ...facts, offsetAt: () => leaf.at };
  for (const statement of parsed.statements) {
    if (!onSchema(inner, statement.node, start)) readStatement(inner, statement.node, scope);
  }
}

/** `name type [:= value]`: the value is assigned, the name is a variable from here on. */
function declare(
  facts: Facts,
  scope: Scope,
  piece: BodyPiece,
  routine: Routine,
  variables: Map<string, SqlType>,
): void {
  const match =
    /^(\w+)\s+(?:constant\s+)?([\w."]+(?:%type)?(?:\[\])?)(?:\s+not\s+null)?(?:\s*(?::=|=|\bdefault\b)\s*([\s\S]+))?$/i.exec(
      piece.sql,
    );
  if (!match) return;
  const [whole, name = '', typeText = '', value] = match;
  const type = typeFromText(facts.catalogue, typeText);
  variables.set(name.toLowerCase(), type);
  if (value === undefined || type.kind !== 'enum') return;
  const parsed = parseSql(`SELECT ${value}`);
  if (!parsed.ok || !parsed.statements[0]) return;
  const base = routine.bodyAt + piece.at + whole.length - value.length - 'SELECT '.length;
  const shifted: Facts = { ...facts, offsetAt: (byte) => base + parsed.offsetAt(byte) };
  const typed = facts.readers.query(shifted, scope, parsed.statements[0].node)[0]?.typed;
  if (typed) assign(shifted, { ...typed, type: { kind: 'unknown' } }, type);
}

function typeFromText(catalogue: Catalogue, text: string): SqlType {
  const array = text.endsWith('[]');
  const bare = text
    .replace(/\[\]$/, '')
    .replace(/%type$/i, '')
    .replace(/"/g, '');
  const names = bare.split('.').map((sval) => ({ String: { sval } }));
  const arrayBounds = array ? [{ Integer: { ival: -1 } }] : [];
  return typeNamed(catalogue, { names, arrayBounds, pct_type: /%type$/i.test(text) });
}

function variableScope(
  catalogue: Catalogue,
  routine: Routine,
  variables: ReadonlyMap<string, SqlType>,
): Scope {
  const table = catalogue.relations.get(catalogue.triggers.get(routine.name) ?? '');
  const columns = table && columnsOf(table);
  const own: OutputColumn[] = [...new Map([...routine.variables, ...variables])].map(([name, type]) => ({
    name,
    typed: { type, leaves: [], at: 0 },
  }));
  const rows = columns
    ? [
        { alias: 'new', columns },
        { alias: 'old', columns },
      ]
    : [];
  return below(EMPTY_SCOPE, [{ alias: routine.name, columns: own }, ...rows]);
}
